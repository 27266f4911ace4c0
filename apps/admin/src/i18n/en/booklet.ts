import type { Catalogue } from "../catalogue.ts";

export const booklet: Catalogue["booklet"] = {
  title: "Rule book – {version}",
  lead: "The criteria as a committee reads and signs them. Print it, or save it as a PDF from the print window.",
  toVersion: "See the version in the console",
  ofVersion: "Rule book of version {number}",
  fingerprint: "Fingerprint {short}",
  running: "The decision rests with the clinician, together with the person.",
  page: "Page ",
  of: " of ",
  contents: "In this rule book",
  print: {
    paper: "Paper size",
    letter: "Letter",
    a4: "A4",
    both: "French and English side by side",
    print: "Print",
  },
  nothing: {
    page: "Rule book",
    title: "Nothing to print yet",
    text: "This program has neither a published version nor an open draft.",
  },
  parts: {
    summary: "On one page",
    vocabulary: "Vocabulary",
    criteria: "Criteria",
    tables: "Decision tables",
    maps: "Decision maps",
    profiles: "Synthetic profiles: expected and obtained",
    guarantees: "Guarantees",
    changes: "Changes since the previous version",
    limits: "Limits",
  },
  cover: {
    kind: "Rule book",
    draft: "Draft “{name}”",
    version: "Version {number}",
    watermark: "DRAFT — do not use",
    changed: "Changed on",
    published: "Published on",
    by: "by {name}",
    authors: "Written by {names}",
    waiver: "Exception: {what}",
    approvals: "Approvals",
    approvalsOfDraft: "Approvals of this content",
    noApproval: "No approval is recorded for this version.",
    name: "Name",
    meaning: "Meaning of the approval",
    when: "Date and time",
    signature: "Signature",
    inConsole: "in the console",
    toSign: "Line to fill in by hand",
    fingerprint: "Fingerprint of the version, in words and in full (SHA-256)",
    contentFingerprint: "Fingerprint of the content, in words and in full (SHA-256)",
    qr: "Code to scan: leads to this content in the console",
    sealOfVersion:
      "The code leads to this version in the console, which says whether the fingerprint is the right one. Two rule books with the same words have the same content.",
    sealOfDraft:
      "The code leads to the draft in the console. If a word of it changes, its fingerprint changes and this paper no longer counts.",
    whoDecides: "Recommendation — the decision rests with the clinician, together with the person.",
  },
  counts: {
    facts: "{count, plural, one {# fact asked} other {# facts asked}}",
    criteria: "{count, plural, one {# criterion in force} other {# criteria in force}}",
    profiles:
      "{count, plural, one {# synthetic profile} other {# synthetic profiles}}, {failing, plural, =0 {all as expected} one {# not as expected} other {# not as expected}}",
    unproved:
      "{count, plural, =0 {no guarantee written} one {# guarantee, not proved for this content} other {# guarantees, not proved for this content}}",
    guarantees:
      "{count, plural, =0 {no guarantee written} one {# guarantee} other {# guarantees}}, {proved, plural, =0 {none proved} one {# proved} other {# proved}}",
  },
  answers: {
    one: "one answer, the most cautious first",
    many: "as many answers as it takes",
    outcome: "Answer",
    criteria: "Criteria",
    profiles: "Synthetic profiles that get it",
    getting: "{outcome}: {count, plural, =0 {no profile} one {# profile} other {# profiles}}",
    otherwise: "otherwise",
  },
  criteria: {
    lead: "The criteria are grouped by outcome, in the order in which outcomes prevail: when several criteria are true, the first outcome of the list is kept.",
    why: "Reason",
    noReason: "No reason is written.",
    source: "Source",
  },
  tables: {
    lead: "The same criteria, line by line. What a line does not name does not count for it.",
    criterion: "Criterion",
    if: "If",
    then: "Then",
    and: "; ",
    oneOf: "One of these lines is enough:",
    andOneOf: "and one of these lines:",
  },
  maps: {
    lead: "The answer for every pair of values of two measures. No value is left out.",
    held: "The other facts are those of the profile {name}.",
  },
  profiles: {
    lead: "These persons are made up. What each should get was written by a person; what each gets is worked out with the criteria of this rule book. Where the two are the same, the answer is written once.",
    profile: "Profile",
    expected: "Expected",
    obtained: "Obtained",
    same: "expected and obtained",
    other: "not as expected",
    decision: "{title}:",
  },
  guarantees: {
    lead: "What must hold for every possible person, with all answers or only some, and not only for the profiles of this rule book.",
    none: "Nothing has been proved for exactly this content.",
    standard:
      "General guarantees, asked of every rule set: {proved, plural, =0 {none proved} one {# proved} other {# proved}} out of {all}.",
  },
  changes: {
    first: "This is a first version: everything is new.",
    lead: "{count, plural, =0 {No change since version {number}.} one {# change since version {number}.} other {# changes since version {number}.}}",
    before: "Before",
    after: "After",
  },
  limits: {
    support:
      "This rule book supports a judgement; it does not replace one. An answer is neither a diagnosis nor a refusal of service.",
    unknown:
      "An unknown answer never counts as a “no”. Where it matters for safety, it is asked before any recommendation.",
    profiles:
      "The profiles are synthetic. They show what the criteria give; they do not say how many real persons would get each answer.",
    thresholds:
      "A threshold is a local value, to be confirmed by a clinician: its reason is written beside it.",
    current:
      "Paper does not update itself. The version in service is the one the console shows; the code on the cover leads there.",
    left: "What the documents say and no criterion deals with",
    statement: "Statement",
    reason: "Why",
  },
};
