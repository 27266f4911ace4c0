// Every request and response of the console API, for the console's forms and for the server: engine and zod only.
export * from "./features/consumers/consumers.schemas.ts";
export * from "./features/channels/channels.schemas.ts";
export * from "./features/drafts/drafts.schemas.ts";
export * from "./features/integrations/cds-clients.schemas.ts";
export * from "./features/integrations/webhooks.schemas.ts";
export * from "./features/journal/journal.schemas.ts";
export * from "./features/lab/lab.schemas.ts";
export * from "./features/people/people.schemas.ts";
export * from "./features/profiles/profiles.schemas.ts";
export * from "./features/programs/programs.schemas.ts";
export * from "./features/publish/publish.schemas.ts";
export * from "./features/releases/releases.schemas.ts";
export * from "./features/review/review.schemas.ts";
export * from "./features/session/session.schemas.ts";
export * from "./refusal-codes.ts";
export * from "./roles.ts";
export * from "./shapes.ts";
