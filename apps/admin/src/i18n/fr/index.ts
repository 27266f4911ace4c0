import { channels } from "./channels.ts";
import { cohort } from "./cohort.ts";
import { common } from "./common.ts";
import { criteria } from "./criteria.ts";
import { frame } from "./frame.ts";
import { coverage } from "./coverage.ts";
import { decisionMap } from "./decision-map.ts";
import { guarantees } from "./guarantees.ts";
import { interview } from "./interview.ts";
import { lab } from "./lab.ts";
import { register } from "./register.ts";
import { people } from "./people.ts";
import { profiles } from "./profiles.ts";
import { program } from "./program.ts";
import { programs } from "./programs.ts";
import { publication } from "./publication.ts";
import { refusals } from "./refusals.ts";
import { review } from "./review.ts";
import { signIn } from "./sign-in.ts";
import { simulation } from "./simulation.ts";
import { update } from "./update.ts";
import { versions } from "./versions.ts";
import { vocabulary } from "./vocabulary.ts";

/** Every French message, one namespace a feature. */
export const fr = {
  channels,
  cohort,
  common,
  criteria,
  frame,
  coverage,
  decisionMap,
  guarantees,
  interview,
  lab,
  register,
  people,
  profiles,
  program,
  programs,
  publication,
  refusals,
  review,
  signIn,
  simulation,
  update,
  versions,
  vocabulary,
} as const;
