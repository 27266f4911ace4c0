export const versions = {
  title: "Published versions",
  lead: "A published version never changes. Going back is pointing a channel at an earlier version.",
  empty: "No version has been published.",
  version: "Version {number}",
  inService: "in service",
  read: "Read version {number}",
  publishedBy: "Published by {name}",
  approvedBy: "Approved by {names}",
  notApproved: "No approval recorded",
  waivers: "Waivers: {names}",
  review: {
    by: "To be reviewed by {date}",
    since: "Due for review since {date}",
    overdue: "Version {number}: due for review since {date}",
    effect: "It stays in service, and every answer to applications says that its review is due.",
    todo: "Read the criteria and their sources again in a draft, have it approved, then publish it, even if nothing changes. The new version will have a new review day.",
    todoOfOthers:
      "A person with the author role reads the criteria and their sources again in a draft, which is approved and then published, even if nothing changes.",
    readCriteria: "Read the criteria again",
  },
  seed: "starting content",
  fingerprint: "SHA-256 fingerprint",
  note: "Message",
  readOnly: "This version is read only, for ever.",
  criteria: "Criteria, in words",
  criteriaFor: "{decision}: {outcome}",
  disabled: "disabled",
  thresholds: "Thresholds",
  threshold: "Threshold",
  value: "Value",
  rationale: "Rationale",
  properties: "Safety properties",
  profiles: "Profiles and expected outcomes",
  profile: "Profile",
  expected: "Expected",
  booklet: "Print the rule book",
  paper: {
    same: "The rule book in your hand is that of this version: the fingerprint is the same.",
    other:
      "The rule book in your hand is not that of this version: the fingerprint is another. Do not rely on it.",
  },
  replay: {
    title: "Replay an answer",
    lead: "To know why somebody got an answer: the facts and the receipt that the application kept, answered again by this version.",
    files: "Files kept by the application",
    filesHint:
      "The facts (JSON), with the receipt and the recorded decision, if there are any. They are read in this browser: nothing is sent or kept.",
    unreadable: "No facts can be read in these files.",
    day: "Answer as of",
    of: "Answer given for {day}.",
    signature: {
      ours: "The receipt bears the signature of this server.",
      "another-key":
        "The receipt is not signed by a key of this server. If the key was replaced since, check it with the verify command.",
      wrong: "The signature of the receipt is not valid. Do not rely on it.",
      unreachable:
        "The signature could not be checked: the keys of the server could not be had. Choose the files again in a moment.",
    },
    human: {
      title: "What was decided",
      another: "This decision is not that of this receipt",
      decided: "{outcomes}, by {name}, {role}, on",
      override: "The recommendation was not followed: {reason}.",
    },
    standing: {
      "no-receipt":
        "Without a receipt: this is what this version answers, with no proof that it was the answer given.",
      same: "The answer is that of the receipt, for these facts.",
      "other-version": "This receipt is not of this version, but of version {number}.",
      "facts-differ": "These facts are not those of the receipt.",
      "result-differs": "The answer is not that of the receipt. Do not rely on it.",
      suspended:
        "The program was suspended at that time: the application left it to clinical judgement. This is what the version would have answered.",
    },
  },
  backToList: "All versions",
} as const;
