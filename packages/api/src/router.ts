// The console's whole API: one router a noun.
import { consumersRouter } from "./features/consumers/consumers.router.ts";
import { channelsRouter } from "./features/channels/channels.router.ts";
import { commentsRouter } from "./features/comments/comments.router.ts";
import { draftsRouter } from "./features/drafts/drafts.router.ts";
import { cdsClientsRouter } from "./features/integrations/cds-clients.router.ts";
import { webhooksRouter } from "./features/integrations/webhooks.router.ts";
import { inboxRouter } from "./features/inbox/inbox.router.ts";
import { journalRouter } from "./features/journal/journal.router.ts";
import { labRouter } from "./features/lab/lab.router.ts";
import { peopleRouter } from "./features/people/people.router.ts";
import { profilesRouter } from "./features/profiles/profiles.router.ts";
import { programsRouter } from "./features/programs/programs.router.ts";
import { publishRouter } from "./features/publish/publish.router.ts";
import { releasesRouter } from "./features/releases/releases.router.ts";
import { reviewRouter } from "./features/review/review.router.ts";
import { sessionRouter } from "./features/session/session.router.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  session: sessionRouter,
  programs: programsRouter,
  releases: releasesRouter,
  drafts: draftsRouter,
  profiles: profilesRouter,
  lab: labRouter,
  inbox: inboxRouter,
  journal: journalRouter,
  review: reviewRouter,
  comments: commentsRouter,
  publish: publishRouter,
  consumers: consumersRouter,
  cdsClients: cdsClientsRouter,
  people: peopleRouter,
  channels: channelsRouter,
  webhooks: webhooksRouter,
});
export type AppRouter = typeof appRouter;
