import { applications } from "./applications.ts";
import { booklet } from "./booklet.ts";
import { channels } from "./channels.ts";
import { cohort } from "./cohort.ts";
import { comments } from "./comments.ts";
import { criteria } from "./criteria.ts";
import { first } from "./first.ts";
import { coverage } from "./coverage.ts";
import { decisionMap } from "./decision-map.ts";
import { firstSteps } from "./first-steps.ts";
import { guarantees } from "./guarantees.ts";
import { inbox } from "./inbox.ts";
import { interview } from "./interview.ts";
import { journal } from "./journal.ts";
import { lab } from "./lab.ts";
import { register } from "./register.ts";
import { profiles } from "./profiles.ts";
import { program } from "./program.ts";
import { publication } from "./publication.ts";
import { review } from "./review.ts";
import { simulation } from "./simulation.ts";
import { table } from "./table.ts";
import { update } from "./update.ts";
import { versions } from "./versions.ts";
import { vocabulary } from "./vocabulary.ts";

/** Every French message, one namespace a feature. */
export const fr = {
  ...first,
  applications,
  booklet,
  channels,
  cohort,
  comments,
  criteria,
  coverage,
  decisionMap,
  firstSteps,
  guarantees,
  inbox,
  interview,
  journal,
  lab,
  register,
  profiles,
  program,
  publication,
  review,
  simulation,
  table,
  update,
  versions,
  vocabulary,
} as const;
