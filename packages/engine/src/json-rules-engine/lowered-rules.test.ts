// The lowered document on paper: what travels in a release, to the last key.
import { lawsOfShape } from "../../test/shape-laws.ts";
import { loweredRulesSchema, plainOperators } from "./lowered-rules.ts";

const leaf = { name: "age", fact: "age", operator: "equal", value: 3 };
const rule = {
  name: "K.must",
  event: { type: "must", params: { criterion: "K", decision: "d", outcome: "go" } },
  conditions: { all: [{ name: "age", all: [leaf, { name: "age", any: [leaf] }] }] },
};

lawsOfShape("lowered rules", {
  schema: loweredRulesSchema,
  full: {
    format: "jumelage-json-rules-engine",
    formatVersion: 1,
    engine: "json-rules-engine@7",
    program: "tiny",
    stages: [{ decision: "d", reads: ["age", "age@doubtful"], rules: [rule] }],
  },
  optional: ["", ".all.*", ".all.*.any.*"].map((at) => `stages.*.rules.*.conditions.all.*${at}.name`),
  takes: {
    stages: [[]],
    "stages.0.reads": [[]],
    "stages.0.rules": [[]],
    "stages.0.rules.0.event.type": ["must", "may"],
    "stages.0.rules.0.conditions.all.0": [leaf, { any: [leaf, leaf] }],
    "stages.0.rules.0.conditions.all.0.all.0.operator": plainOperators,
    "stages.0.rules.0.conditions.all.0.all.0.value": [null, true, "a", 0.5, [], ["a", 1, false]],
  },
  refuses: {
    format: ["", "json-rules-engine"],
    formatVersion: [2],
    engine: ["", "json-rules-engine@8"],
    "stages.0.rules.0.event.type": ["", "fires"],
    // A rule has one root: more would be joined by the library, none would always fire.
    "stages.0.rules.0.conditions.all": [[], [leaf, leaf]],
    "stages.0.rules.0.conditions.all.0": [{ all: [] }, { any: [] }, { all: [leaf], any: [leaf] }],
    "stages.0.rules.0.conditions.all.0.all.0.operator": ["", "startsWith"],
    "stages.0.rules.0.conditions.all.0.all.0.value": [{ fact: "age" }, [null], [[1]]],
  },
});
