// The real solver, in this process: what it says to commands, and that contexts know nothing of one another.
import { expect, test } from "vitest";
import { loadSolver } from "./load-solver.ts";

test("commands of one context follow one another, and another context knows nothing of them", async () => {
  const { make, run, end } = await loadSolver();
  const [one, other] = [make(), make()];
  expect(run(one, "(declare-const x Int)(assert (< 2 x 4))(check-sat)").trim()).toBe("sat");
  expect(run(one, "(get-value (x))").trim()).toBe("((x 3))");
  expect(run(one, "(assert (= x 5))(check-sat)").trim()).toBe("unsat");
  expect(run(other, "(declare-const x Bool)(assert x)(check-sat)").trim()).toBe("sat");
  expect(run(other, "(assert y)")).toContain("unknown constant y");
  end(one);
  expect(run(other, "(check-sat)").trim()).toBe("sat");
  end(other);
});
