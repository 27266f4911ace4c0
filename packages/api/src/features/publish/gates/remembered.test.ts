import { expect, it, vi } from "vitest";
import { candidate, profiles } from "../../../../test/candidate.ts";
import type { GateRule } from "./gate.ts";
import { remembered } from "./remembered.ts";

const answer = { count: 1, findings: [] };

it("runs once for a content, again for another, and again after a failure", async () => {
  const run = vi.fn<GateRule["run"]>(() => answer);
  const rule = remembered({ id: "profiles", waivable: true, run });
  const other = { profiles: profiles.slice(1) };
  expect(await rule.run(candidate())).toEqual(answer);
  expect(await rule.run(candidate({ note: "another note" }))).toEqual(answer);
  expect(run).toHaveBeenCalledTimes(1);
  run.mockImplementationOnce(() => {
    throw new Error("broken");
  });
  await expect(rule.run(candidate(other))).rejects.toThrow("broken");
  expect(await rule.run(candidate(other))).toEqual(answer);
  expect(run).toHaveBeenCalledTimes(3);
});

it("keeps only the contents looked at last", async () => {
  const run = vi.fn<GateRule["run"]>(() => answer);
  const rule = remembered({ id: "profiles", waivable: true, run });
  const contents = profiles.slice(0, 9).map((profile) => candidate({ profiles: [profile] }));
  for (const content of [...contents, ...contents.slice(-1)]) await rule.run(content);
  expect(run).toHaveBeenCalledTimes(9);
  for (const content of contents.slice(0, 1)) await rule.run(content);
  expect(run).toHaveBeenCalledTimes(10);
});
