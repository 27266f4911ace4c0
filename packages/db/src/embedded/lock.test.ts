import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { run } from "../../test/children.ts";
import { acquireLock } from "./lock.ts";
import { processIdentity, processSpace } from "./processes.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jumelage-lock-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("has one owner in every race, and a killed owner gives way to exactly one other", async () => {
  const place = join(folder, "race");
  for (let round = 0; round < 3; round++) {
    const children = Array.from({ length: 6 }, () => run("hold-lock.ts", [place]));
    const said = await Promise.all(children.map((c) => c.said("kind")));
    expect(said.filter((s) => s["kind"] === "acquired")).toHaveLength(1);
    await Promise.all(children.map((c) => c.kill()));
  }
});

it("is held until released, and names its owner", async () => {
  const place = join(folder, "own");
  const lock = await acquireLock(place);
  expect(lock.kind).toBe("acquired");
  expect(await acquireLock(place)).toEqual({ kind: "held", pid: process.pid, elsewhere: false });
  if (lock.kind === "acquired") lock.release();
  const again = await acquireLock(place);
  expect(again.kind).toBe("acquired");
  if (again.kind === "acquired") again.release();
  expect(readdirSync(place)).toEqual(["2"]);
});

it("is free when its owner's number now belongs to another process", async () => {
  const place = join(folder, "reused");
  const first = await acquireLock(place);
  const owner = JSON.parse(readFileSync(join(place, "1"), "utf8")) as object;
  writeFileSync(join(place, "1"), JSON.stringify({ ...owner, identity: "an earlier start" }));
  const second = await acquireLock(place);
  expect(second.kind).toBe("acquired");
  for (const lock of [first, second]) if (lock.kind === "acquired") lock.release();
});

it("is respected from another container while its owner's file is being touched, and free once it is not", async () => {
  const place = join(folder, "elsewhere");
  const times = { heartbeatMs: 200, deadAfterMs: 2000 };
  const lock = await acquireLock(place, times);
  const owner = JSON.parse(readFileSync(join(place, "1"), "utf8")) as object;
  writeFileSync(join(place, "1"), JSON.stringify({ ...owner, space: "another container" }));
  expect(await acquireLock(place, times)).toMatchObject({ kind: "held", elsewhere: true });
  if (lock.kind === "acquired") lock.release();
  writeFileSync(join(place, "1"), JSON.stringify({ ...owner, space: "another container" }));
  const next = await acquireLock(place, times);
  expect(next.kind).toBe("acquired");
  if (next.kind === "acquired") next.release();
});

it("tells a zombie from the living", async () => {
  // The shell becomes a `sleep` that never asks about the child it already had; the child outlives the shell, which could ask.
  const parent = spawn("/bin/sh", ["-c", "sleep 1 & echo $!; exec sleep 60"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const zombie = await new Promise<number>((resolve) => {
    parent.stdout.once("data", (text) => resolve(Number(text)));
  });
  await expect.poll(() => processIdentity(zombie), { timeout: 30_000 }).toBeUndefined();
  expect(() => process.kill(zombie, 0)).not.toThrow();
  expect(processIdentity(process.pid)).toBeDefined();
  expect(processSpace()).not.toBe("");
  parent.kill();
});
