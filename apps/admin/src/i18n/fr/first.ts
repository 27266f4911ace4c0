// What the first page says: who signs in, the list of programs, and what is around every page. The rest is fetched with the
// screens of a program.
import { common } from "./common.ts";
import { frame } from "./frame.ts";
import { people } from "./people.ts";
import { programs } from "./programs.ts";
import { refusals } from "./refusals.ts";
import { signIn } from "./sign-in.ts";

/** The French messages of the first page. */
export const first = { common, frame, people, programs, refusals, signIn } as const;
