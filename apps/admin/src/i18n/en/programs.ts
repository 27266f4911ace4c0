export const programs = {
  title: "Programs",
  lead: "Each program has its criteria, its fictitious profiles and its published versions.",
  name: "Program",
  inService: "In service",
  draft: "Draft",
  yourRoles: "Your roles",
  release: "Version {number}, {date}",
  never: "Never published",
  noDraft: "No draft",
  draftBy: "{status}, changed by {name} {when}",
  emptyTitle: "No program",
  empty: "You have no role in any program. The administrators of this installation can give you one.",
} as const;
