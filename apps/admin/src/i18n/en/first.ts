// What the first page says: who signs in, the list of programs, and what is around every page. The rest is fetched with the
// screens of a program.
import type { Catalogue } from "../catalogue.ts";
import { common } from "./common.ts";
import { frame } from "./frame.ts";
import { people } from "./people.ts";
import { programs } from "./programs.ts";
import { refusals } from "./refusals.ts";
import { signIn } from "./sign-in.ts";

/** The English messages of the first page. */
export const first: Pick<Catalogue, "common" | "frame" | "people" | "programs" | "refusals" | "signIn"> = {
  common,
  frame,
  people,
  programs,
  refusals,
  signIn,
};
