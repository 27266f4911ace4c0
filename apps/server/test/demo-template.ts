// For vitest's `globalSetup`: the data folder of a demo, made once for a whole run and copied by `startProcess` for each
// server that asks for no other. Making the database and the demo's programs takes longer than most tests.
import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { startProcess, templateVariable, temporaryFolder } from "./server-process.ts";

export async function setup({ name }: TestProject): Promise<(() => void) | undefined> {
  // Workers have the environment of this process, and projects of one run share it.
  if (process.env[templateVariable] !== undefined) return undefined;
  const dataDir = temporaryFolder();
  const server = await startProcess({ dataDir, built: name === "e2e" });
  await server.stop();
  process.env[templateVariable] = dataDir;
  return () => rmSync(dataDir, { recursive: true, force: true });
}
