export const coverage = {
  title: "Coverage",
  lead: "What the saved profiles put to the test, and what they leave aside. Every gap says how to fill it.",
  tab: { criteria: "Criteria", boundaries: "Edges", conditions: "Conditions", faults: "Seeded faults" },
  heat: {
    finding:
      "{decided, plural, =0 {No criterion of {total} decides for a profile} one {# criterion of {total} decides for at least one profile} other {# criteria of {total} decide for at least one profile}}",
    show: "Show",
    all: "all criteria",
    gapsOnly:
      "{count, plural, =0 {no criterion to cover} one {# criterion to cover} other {# criteria to cover}}",
    legend:
      "■ true, and it is what decides · □ true, without deciding · “?” a fact is missing · a dot: false",
    keys: "Arrows: from cell to cell · Home and End: to the ends of the row",
    noProfiles: "No profile is saved: nothing is put to the test",
    toProfiles: "Create a profile",
    noGap: "Every criterion is true, false and decisive for at least one profile",
    tableLabel: "Criteria and profiles",
    criterion: "Criterion",
    margin: "Profiles",
    cell: {
      decides: "true, and it is what decides",
      true: "true, without deciding",
      unknown: "undecided, a fact is missing",
      false: "false",
    },
    counts: "■ {decides} · □ {others} · “?” {open}",
    off: "switched off",
    gap: {
      "never-true": "never true",
      "never-decides": "never decides",
      "never-false": "never false",
      "never-unknown": "never undecided",
    },
  },
  conditions: {
    finding: "Conditions that count alone: {shown} of {total}",
    hint: "A condition counts alone when two profiles differ, for their criterion, in nothing else, and the criterion changes. Without such a pair the condition could be one too many and nothing would show it. To make the pair, duplicate a profile for whom the criterion is true and change only this answer.",
    none: "Every condition of every criterion counts alone for a pair of profiles",
    looking: "Looking at the conditions…",
    failed: "The conditions could not be looked at. Reload the page.",
    lacks: {
      both: "no profile shows it alone, neither true nor false",
      true: "no profile shows it alone and true",
      false: "no profile shows it alone and false",
    },
  },
  smallest: {
    finding:
      "{count, plural, one {# profile is enough for the same coverage} other {# profiles are enough for the same coverage}}",
    hint: "The other profiles ({rest}) add nothing to the coverage. They may still serve as examples.",
    exact: "It is the smallest number possible.",
    near: "A smaller set may be possible.",
    see: "See which",
  },
  boundaries: {
    finding: "Edges: {covered} of {total} have a profile ({share})",
    hint: "For every threshold: just below, exactly, just above. For every list: inside, outside. And unknown.",
    looking: "Looking at the edges…",
    failed: "The edges could not be looked at. Reload the page.",
    none: "A profile stands at every edge",
    noReady: "No nearby profile could be made for this edge.",
    see: "See the proposed profile",
    seeNamed: "See the proposed profile: {title}",
    hide: "Close",
    saveAll: "{count, plural, one {Save # proposed profile} other {Save the # proposed profiles}}",
    saveAllLabel: "Save the proposed profiles",
    covered: "{count, plural, one {# edge covered} other {# edges covered}}",
    stand: "{count, plural, one {# profile:} other {# profiles, among them:}}",
  },
  faults: {
    lead: "One fault at a time is slipped into a copy of the criteria: a threshold moved, a condition forgotten, an outcome swapped. A good set of profiles notices each.",
    notYet: "No faults have been seeded for this content yet",
    notYetHint: "Nothing changes in the draft: the faults live in copies.",
    finding:
      "{seeded, plural, one {# fault seeded} other {# faults seeded}}, {killed, plural, one {# detected} other {# detected}}; {left, plural, =0 {none to cover} other {# to cover}}",
    equivalent:
      "{count, plural, =0 {Every seeded fault changes somebody’s answer.} one {# more changes nobody’s answer: proved. It does not count.} other {# more change nobody’s answer: proved. They do not count.}}",
    failing:
      "{count, plural, one {# profile is not as expected without any fault: it could notice nothing} other {# profiles are not as expected without any fault: they could notice nothing}}",
    none: "The profiles notice every seeded fault",
    undecided:
      "There was not enough time to know whether this fault changes anybody’s answer. It counts as one to cover.",
    changes: "With this fault, this person’s answer would change and no profile would notice:",
    changesQuietly:
      "With this fault, what this person’s answer rests on would change and no profile would notice:",
    correct: "Without the fault",
    faulty: "With the fault",
    kind: {
      threshold: "Threshold moved",
      operator: "Comparison changed",
      "all-any": "“All” and “at least one” swapped",
      "dropped-condition": "Condition forgotten",
      "dropped-criterion": "Criterion forgotten",
      "re-aimed-criterion": "Criterion that leads to another outcome",
      "when-unknown": "Missing answer treated otherwise",
      safety: "Safety question that is none any more",
      "valid-for": "Time of validity changed",
      precedence: "Outcomes in another order of caution",
    },
  },
} as const;
