import { describe, expect, it } from "vitest";
import { EnvError, isLoopback, readEnv } from "./env.ts";

const production = {
  JUMELAGE_MODE: "production",
  JUMELAGE_PUBLIC_URL: "https://jumelage.example",
  JUMELAGE_SESSION_SECRET: "s".repeat(32),
  JUMELAGE_SIGNING_KEY_FILE: "/key.pem",
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readEnv(env);
  } catch (error) {
    if (error instanceof EnvError) return error.problems;
    throw error;
  }
  return [];
}

describe("readEnv", () => {
  it("is a demo on this machine when nothing is set, and treats an empty variable as unset", () => {
    expect(readEnv({ JUMELAGE_PUBLIC_URL: "" })).toMatchObject({
      host: "127.0.0.1",
      port: 4310,
      mode: "demo",
    });
  });

  it("is production as soon as there is a database of one's own or another host", () => {
    expect(readEnv({ ...production, JUMELAGE_MODE: "", DATABASE_URL: "postgres://db/x" }).mode).toBe(
      "production",
    );
    expect(readEnv({ ...production, JUMELAGE_MODE: "", HOST: "0.0.0.0" }).mode).toBe("production");
  });

  it("refuses production without its three variables, naming each", () => {
    const problems = problemsOf({ JUMELAGE_MODE: "production" });
    for (const name of ["JUMELAGE_PUBLIC_URL", "JUMELAGE_SESSION_SECRET", "JUMELAGE_SIGNING_KEY_FILE"]) {
      expect(problems.filter((p) => p.startsWith(`${name}:`))).toHaveLength(1);
      expect(problemsOf({ ...production, [name]: "" })).toHaveLength(1);
    }
    expect(problemsOf(production)).toEqual([]);
  });

  it("refuses a demo that others could reach", () => {
    for (const HOST of ["0.0.0.0", "192.168.1.4", "::", "example.org", "127.0.0.1.example.org"]) {
      expect(problemsOf({ JUMELAGE_MODE: "demo", HOST }), HOST).toHaveLength(1);
    }
    for (const HOST of ["127.0.0.1", "::1", "localhost"])
      expect(problemsOf({ JUMELAGE_MODE: "demo", HOST })).toEqual([]);
  });

  it("lists every malformed variable at once and repeats no value", () => {
    const problems = problemsOf({
      PORT: "70000",
      DATABASE_URL: "mysql://u:secret@db/x",
      LOG_LEVEL: "loud",
      JUMELAGE_SESSION_SECRET: "short",
    });
    expect(problems.map((p) => p.split(":")[0])).toEqual([
      "PORT",
      "DATABASE_URL",
      "JUMELAGE_SESSION_SECRET",
      "LOG_LEVEL",
    ]);
    expect(problems.join(" ")).not.toMatch(/secret@|short|loud|70000/);
  });

  it("asks for https in production, except on loopback", () => {
    expect(problemsOf({ ...production, JUMELAGE_PUBLIC_URL: "http://jumelage.example" })).toHaveLength(1);
    expect(problemsOf({ ...production, JUMELAGE_PUBLIC_URL: "http://127.0.0.1:4310" })).toEqual([]);
  });

  it("knows loopback names", () => {
    expect(["[::1]", "LOCALHOST", "127.8.9.1"].every(isLoopback)).toBe(true);
  });
});
