// The part of zod that the documents here are described with, for the packed form: an application is given no
// dependency, 30 kB less, and nothing that tries to make code from text, which a content security policy reports.
// What it accepts and answers is what zod accepts and answers; `packed-shapes.test.ts` compares the two.
import * as z from "./z.ts";

export { z };
