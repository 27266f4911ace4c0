// The only code that knows SQL: plain functions over a database or a transaction.
export * from "./accounts.ts";
export * from "./audit.ts";
export { journalActors, newestPointer, readJournal, type JournalPage } from "./journal.ts";
export { auditLines, verifyAuditLines, type AuditFileVerdict } from "./audit-file.ts";
export { backUp, type BackedUp, type BackupOptions } from "./backup/backup.ts";
export { BackupError, type BackupHeader, type BackupProblem } from "./backup/format.ts";
export { restore, type Restored } from "./backup/restore.ts";
export {
  channelHistory,
  getPointer,
  lastDecision,
  listPointers,
  movePointer,
  pointerAt,
  pointerNotification,
  pointersBelowFloor,
  pointersSince,
  raiseSequenceFloor,
  type Move,
  type MoveResult,
  type Pointer,
  type PointerSigner,
  type PointerToSign,
} from "./channels.ts";
export * from "./cds-clients.ts";
export {
  answerComment,
  comment,
  settleComment,
  threadsOf,
  type CommentResult,
  type Said,
  type Thread,
} from "./comments.ts";
export * from "./consumers.ts";
export * from "./db.ts";
export { DocumentError } from "./documents.ts";
export {
  draftHash,
  isOpen,
  openStatuses,
  type Approval,
  type Draft,
  type DraftContent,
  type DraftSummary,
  type ExpectationChange,
  type NotFound,
  type PersonName,
  type ReleaseRef,
  type RenameResult,
  type SaveResult,
  type StartResult,
} from "./draft.ts";
export {
  lastUpdateContent,
  type Choices,
  type DraftUpdate,
  type DraftUpdateContent,
} from "./draft-updates.ts";
export {
  getDraft,
  listOpenDrafts,
  programOfDraft,
  recordExpectationChanges,
  renameDraft,
  saveDraft,
} from "./drafts.ts";
export * from "./expectations.ts";
export * from "./lab-results.ts";
export * from "./ledger.ts";
export { DatabaseTooNew, migrate } from "./migrate.ts";
export { connectTo, inTurn, openDatabase, type Connection, type Database } from "./open.ts";
export * from "./people.ts";
export {
  archiveProgram,
  createProgram,
  defaultSettings,
  getProgram,
  listPrograms,
  reopenProgram,
  updateProgram,
  type Program,
  type ProgramSettings,
} from "./programs.ts";
export { listenToPointerMoves, type PointerMove, type PointerMovesOptions } from "./pointer-moves.ts";
export * from "./publish.ts";
export * from "./releases.ts";
export {
  approveDraft,
  discardDraft,
  requestReview,
  returnDraft,
  validApprovers,
  type ApproveResult,
  type StepResult,
} from "./review.ts";
export {
  consumerKinds,
  draftStatuses,
  meanings,
  moveReasons,
  roles,
  type ConsumerKind,
  type DraftStatus,
  type Meaning,
  type MoveReason,
  type Role,
} from "./schema.ts";
export { attemptPurposes, type AttemptPurpose } from "./schema-accounts.ts";
export { provenances, thingKinds, type Provenance, type ThingKind } from "./schema-lab.ts";
export * from "./schedules.ts";
export { beHere, othersHere, type Present } from "./presence.ts";
export { markSeen, seenOf, unseenBy, type MarkedChange, type MarkResult, type SeenMark } from "./seen.ts";
export { startDraft } from "./start-draft.ts";
export { scheduleStates, type ScheduleState } from "./schema-schedules.ts";
export { disk, type FileLayer, type OpenFile } from "./vault/file-layer.ts";
export { inspectVault, type Inspection, type VaultRelease } from "./vault/inspect.ts";
export { putBack, type PutBack } from "./vault/put-back.ts";
export { settleVault, type Settled } from "./vault/settle.ts";
export { Vault, VaultError, type VaultProblem } from "./vault/vault.ts";
export * from "./waivers.ts";
export * from "./webhook-pauses.ts";
export * from "./webhooks.ts";
