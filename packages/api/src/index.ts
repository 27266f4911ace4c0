// Use-cases, the console's tRPC router, and the public routes as data. The server wires them; the console takes types
// only (its values come from ./schemas).
export { serveCds, type CdsRequest } from "./cds/index.ts";
export { channelMoves, type ChannelMoves, type Deps, type Log } from "./deps.ts";
export { Refusal } from "./errors.ts";
export { saveDraft, startDraft } from "./features/drafts/drafts.ts";
export {
  labJobs,
  type Lab,
  type LabJobs,
  type Report,
  type Reports,
  type Work,
} from "./features/lab/jobs.ts";
export { runDue } from "./features/channels/schedules.ts";
export { deliverWebhooks } from "./features/integrations/webhook-delivery.ts";
export { urlProblem } from "./features/integrations/webhook-url.ts";
export { confirm, ledgerOf } from "./features/lab/ledger.ts";
export { mustBeConfirmed, thingsOf } from "./features/lab/things.ts";
export {
  comeBack,
  goToProvider,
  type IdentityProvider,
  type ProviderFailure,
} from "./features/session/provider.ts";
export { systemActor } from "./shapes.ts";
export { enterProfile } from "./features/profiles/profiles.ts";
export { evidenceOf } from "./features/publish/evidence.ts";
export { candidateOf, contentGates, gates, runGates } from "./features/publish/gates/index.ts";
export { reissueRestored } from "./features/publish/reissue.ts";
export { signersFor, signPointer } from "./features/publish/release-payload.ts";
export { starterOf } from "./features/programs/starter.ts";
export { factsSchemaOf } from "./public/facts-schema.ts";
export * from "./public/index.ts";
export { dateIn } from "./public/local-date.ts";
export { appRouter, type AppRouter } from "./router.ts";
export type { Context } from "./trpc.ts";
