// What the rest may cost: the server, the console, the proofs. As data, like the goals.
import type { Required } from "./row.ts";

export const budgets: readonly Required[] = [
  { workload: /^CPU per request, [^,]+ \(/, contender: "POST …/evaluate", bound: { atMost: 1.5 } },
  { workload: /^key to updated simulation/, contender: /: p95$/, bound: { atMost: 100 } },
  { workload: /^change of screen/, contender: /: p95$/, bound: { atMost: 200 } },
  { workload: /^scrolling/, contender: /./, bound: { atLeast: 55 } },
  { workload: /^layout that moves by itself$/, contender: /./, bound: { atMost: 0.02 } },
  {
    workload: /^the page’s own thread while somebody types$/,
    contender: /^longest task/,
    bound: { atMost: 50 },
  },
  { workload: /^first load of the console$/, contender: /^JavaScript, gzip/, bound: { atMost: 250 } },
  { workload: /^start of the server$/, contender: "empty data folder", bound: { atMost: 15 } },
  { workload: /^prove all properties and standard checks/, contender: /median/, bound: { atMost: 5000 } },
  { workload: /^difference for everybody/, contender: /: p95$/, bound: { atMost: 2000 } },
  { workload: /^mutation of a whole program/, contender: /median/, bound: { atMost: 10_000 } },
  { workload: /^a proof with all methods/, contender: /longest/, bound: { atMost: 1000 } },
  { workload: /^every class of persons/, contender: /^kernel/, bound: { atMost: 1 } },
];
