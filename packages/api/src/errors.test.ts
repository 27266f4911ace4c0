import { describe, expect, it } from "vitest";
import { Refusal, toTrpcError } from "./errors.ts";
import { problemAnswer, problemCodes } from "./public/problems.ts";
import type { PublicAnswer } from "./public/route.ts";
import { refusalCodes } from "./refusal-codes.ts";

function textOf({ body }: PublicAnswer): string {
  if (typeof body !== "string") throw new TypeError("no text");
  return body;
}

describe("refusals", () => {
  it.each(refusalCodes)("%s has a tRPC error that carries it", (code) => {
    const refusal = new Refusal(code, { n: 1 });
    const error = toTrpcError(refusal);
    expect(error.cause).toBe(refusal);
    expect(error.code).not.toBe("INTERNAL_SERVER_ERROR");
  });
});

describe("problems", () => {
  it.each(problemCodes)("%s is a whole problem in both languages", (code) => {
    const told = (["fr", "en"] as const).map((lang) => {
      const answer = problemAnswer(code, { requestId: "r", lang, details: { fact: "x" } });
      expect(answer.headers["content-type"]).toContain("application/problem+json");
      const body = JSON.parse(textOf(answer)) as Record<string, unknown>;
      expect(body).toMatchObject({ status: answer.status, code, requestId: "r", fact: "x" });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      return String(body.title);
    });
    expect(new Set(told).size).toBe(2);
  });

  it("lets no detail take the place of a standard member", () => {
    const details = { code: "other", status: 200, requestId: "?", title: "", type: "" };
    const answer = problemAnswer("too-large", { requestId: "r", lang: "en", details });
    expect(JSON.parse(textOf(answer))).toMatchObject({ code: "too-large", status: 413, requestId: "r" });
  });
});
