export const register = {
  title: "Register",
  lead: "What somebody other than the author must have read and confirmed, and the hazards with what controls them.",
  tab: { ledger: "Sign-off ledger", hazards: "Hazard file" },
  ledger: {
    left: "{left, plural, =0 {Everything is confirmed} one {# thing to confirm} other {# things to confirm}} (of {total})",
    show: "Show",
    showOpen: "what is still to be confirmed",
    showAll: "everything",
    allDone: "Nothing is left to confirm",
    none: "Nothing in this rule set has to be confirmed",
    noneHint:
      "Criteria beyond their source, thresholds, dated sources and the sentences of guarantees appear here.",
    kind: {
      criterion: "Criteria beyond their source",
      parameter: "Thresholds",
      source: "Dated sources",
      sentence: "Sentences of guarantees",
    },
    why: {
      criterion:
        "They are inferred from the source or go beyond it: somebody responsible says that they have read them.",
      parameter: "A number that somebody chose: somebody responsible says that it is right.",
      source: "An edition may be replaced: somebody responsible says that this one still holds.",
      sentence:
        "The sentence is generated from what is checked: somebody responsible says that it is what the guarantee means.",
    },
    value: "Value:",
    generated: "What is checked, in so many words:",
    statements: "{count, plural, one {# statement cited} other {# statements cited}}",
  },
  hazards: {
    lead: "Every hazard has what controls it (criteria, guarantees) and the profiles that put it to the test. The chain must be complete both ways.",
    count: "{count, plural, =0 {No hazard recorded} one {# hazard recorded} other {# hazards recorded}}",
    add: "Add a hazard",
    addLabel: "Add a hazard",
    edit: "Edit",
    close: "Close the editor",
    remove: "Delete",
    removeNamed: "Delete hazard {id}",
    removeLabel: "Delete hazard {id}",
    changeLabel: "Change hazard {id}",
    none: "The hazard file is empty",
    noneHint:
      "Begin with the worst that could happen to somebody: for example suicidal ideation that goes unnoticed.",
    complete:
      "The chain is complete: every hazard is controlled and put to the test, every guarantee and every stopping criterion answers a hazard.",
    incomplete: "The chain has gaps",
    uncovered: {
      hazards:
        "{count, plural, one {Hazard without control or without profile:} other {Hazards without control or without profile:}}",
      properties:
        "{count, plural, one {Guarantee that no hazard names:} other {Guarantees that no hazard names:}}",
      criteria:
        "{count, plural, one {Stopping criterion that no hazard names:} other {Stopping criteria that no hazard names:}}",
    },
    titleField: "Hazard",
    controls: "What controls it",
    tests: "Profiles that put it to the test",
    properties: "Guarantees",
    criteria: "Criteria",
    noControl: "Nothing controls it yet",
    noTest: "No profile puts it to the test",
  },
} as const;
