import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createLogger, describeError } from "./logger.ts";

const canary = "Tremblay 1973-04-12";

describe("the log", () => {
  it("leaves of an error its name, its code and its frames, all the way down, and no message", () => {
    const cause = Object.assign(new Error(`value ${canary}\n  at the beginning ${canary}`), {
      code: "23505",
    });
    const error = new TypeError(`insert into drafts values ('${canary}')`, { cause });
    const described = describeError(error);
    expect(described).toMatchObject({ name: "TypeError", cause: { name: "Error", code: "23505" } });
    expect(described.frames[0]).toMatch(/logger\.test/);
    expect(JSON.stringify(describeError(new Error(canary)))).not.toContain(canary);
    expect(JSON.stringify(describeError(canary))).not.toContain(canary);
  });

  it("ends, whatever points to what", () => {
    const error = new Error("a");
    error.cause = error;
    expect(JSON.stringify(describeError(error)).length).toBeLessThan(20_000);
  });

  it("writes errors in that form", () => {
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString());
        done();
      },
    });
    createLogger("info", sink).error({ err: new Error(canary), requestId: "r" }, "fault");
    expect(lines.join("")).not.toContain(canary);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      level: 50,
      requestId: "r",
      err: { name: "Error" },
      msg: "fault",
    });
  });
});
