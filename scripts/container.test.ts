// What can be told of the image and of its compose file without building them: that they name what is there, ask for
// what the server asks for, and give the process no more than it needs.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "./run.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");

/** The instructions of a Dockerfile, continued lines joined, without comments. */
function instructions(): readonly (readonly [string, string])[] {
  return read("Dockerfile")
    .replaceAll(/\\\n/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => [line.split(/\s+/, 1)[0] ?? "", line.replace(/^\S+\s+/, "")] as const);
}

describe("the image", () => {
  const all = instructions();
  const last = all.slice(all.findLastIndex(([name]) => name === "FROM"));

  it("copies what is there, and what the server reads", () => {
    const copied = all
      .filter(([name, rest]) => name === "COPY" && !rest.startsWith("--from"))
      .flatMap(([, rest]) => rest.split(/\s+/).slice(0, -1));
    expect(copied.length).toBeGreaterThan(5);
    for (const path of copied) expect(existsSync(join(root, path)), path).toBe(true);
    // Every folder of the workspace that the lockfile speaks of has its package.json there.
    for (const member of ["e2e/package.json", "bench/package.json"]) expect(copied).toContain(member);
    expect(last.filter(([name]) => name === "COPY").map(([, rest]) => rest.split(/\s+/).at(-1))).toEqual([
      "./",
      "/app/apps/admin/dist",
      "/app/packages/sdk/dist",
      "/app/apps/cli/dist",
    ]);
  });

  it("is of the versions that the workspace pins", () => {
    const { node } = (parse(read("pnpm-workspace.yaml")) as { catalog: Record<string, string> }).catalog;
    const { packageManager } = JSON.parse(read("package.json")) as { packageManager: string };
    expect(all.find(([name]) => name === "ARG")?.[1]).toBe(`NODE=${node}`);
    expect(read("Dockerfile")).toContain(`npm install --global ${packageManager}`);
  });

  it("runs as nobody in particular, keeps no secret, and is in production mode", () => {
    const user = last.findIndex(([name]) => name === "USER");
    expect(last[user]?.[1]).toBe("node");
    expect(last.slice(user).some(([name]) => name === "RUN" || name === "COPY")).toBe(false);
    expect(last.find(([name]) => name === "ENV")?.[1]).toContain("JUMELAGE_MODE=production");
    expect(read("Dockerfile")).not.toMatch(/SECRET|PASSWORD|SIGNING_KEY|DATABASE_URL/);
    expect(last.at(-1)).toEqual(["CMD", '["node", "dist/main.js"]']);
    expect(read(".dockerignore").split("\n")).toEqual(
      expect.arrayContaining(["secrets", ".env", "**/.jumelage"]),
    );
    expect(read(".gitignore").split("\n")).toEqual(expect.arrayContaining(["/secrets/", "/.env"]));
  });
});

describe("the compose file", () => {
  const file = parse(read("compose.yaml")) as {
    services: Record<string, Record<string, unknown>>;
    secrets: Record<string, { file: string }>;
    volumes: Record<string, unknown>;
  };
  const server = file.services["jumelage"] ?? {};

  it("gives the server every variable that production asks for, none of them written down", () => {
    const environment = server["environment"] as Record<string, string>;
    const needed = [
      "JUMELAGE_PUBLIC_URL",
      "JUMELAGE_SESSION_SECRET",
      "JUMELAGE_SIGNING_KEY_FILE",
      "DATABASE_URL",
    ];
    expect(Object.keys(environment).toSorted()).toEqual(needed.toSorted());
    expect(environment["JUMELAGE_SESSION_SECRET"]).toBe("${JUMELAGE_SESSION_SECRET:?}");
    expect(environment["DATABASE_URL"]).toContain("${DATABASE_PASSWORD:?}@database:");
    expect(environment["JUMELAGE_SIGNING_KEY_FILE"]).toBe("/run/secrets/signing-key");
  });

  it("names only secrets and volumes that it declares", () => {
    for (const service of Object.values(file.services)) {
      for (const secret of (service["secrets"] ?? []) as string[])
        expect(file.secrets).toHaveProperty(secret);
      for (const volume of (service["volumes"] ?? []) as string[])
        expect(Object.keys(file.volumes)).toContain(volume.split(":")[0]);
    }
  });

  it("opens one port, on loopback, and takes every right from the process", () => {
    expect(server["ports"]).toEqual(["127.0.0.1:4310:4310"]);
    expect(file.services["database"]).not.toHaveProperty("ports");
    expect(server).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
    // The server ends what is under way within ten seconds of being asked to.
    expect(server["stop_grace_period"]).toBe("20s");
  });
});
