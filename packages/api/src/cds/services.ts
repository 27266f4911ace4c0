// CDS Hooks 2.0: which services there are for a client, and a service's cards for one patient. What a client sends is
// used for the answer and kept nowhere; its FHIR server is never called.
import { getProgram } from "@jumelage/db";
import { evaluate, parseShape, type Diagnostic, type Lang, type RuleSet } from "@jumelage/engine";
import { textIn, typeset } from "@jumelage/engine/words";
import { z } from "zod";
import { Refusal } from "../errors.ts";
import { dateIn } from "../public/local-date.ts";
import { PublicProblem } from "../public/failures.ts";
import type { OpenedRelease, PublicState } from "../public/state.ts";
import type { Deps } from "../deps.ts";
import { cardsOf, suspendedCards, type Card } from "./cards.ts";
import { factsFrom } from "./facts.ts";
import { instrumentsOf, loinc } from "./instruments.ts";
import { aboutAnother, readResources } from "./resources.ts";

const hook = "patient-view";
/** The channel whose release answers. */
const channel = "production";

export interface CdsService {
  readonly hook: typeof hook;
  readonly title: string;
  readonly description: string;
  readonly id: string;
  readonly prefetch: Readonly<Record<string, string>>;
}

const requestSchema = z.strictObject({
  hook: z.literal(hook),
  hookInstance: z.uuid(),
  fhirServer: z.url().optional(),
  fhirAuthorization: z.looseObject({}).optional(),
  context: z.looseObject({ patientId: z.string().regex(/^[A-Za-z0-9.-]{1,64}$/, { message: "not-an-id" }) }),
  prefetch: z.record(z.string(), z.unknown()).optional(),
  extension: z.looseObject({}).optional(),
});

interface Context {
  readonly deps: Deps;
  readonly state: PublicState;
}

/** The services of the programs a client may use: those that have a release in force. */
export async function cdsServices(
  programs: readonly string[],
  lang: Lang,
  context: Context,
): Promise<readonly CdsService[]> {
  const found = await Promise.all(programs.map((program) => inForce(program, context)));
  return found.flatMap((target): readonly CdsService[] => {
    if (!target) return [];
    const { ruleSet } = target.release.payload;
    return [
      {
        hook,
        id: ruleSet.program,
        title: typeset(textIn(ruleSet.title, lang), lang),
        description: typeset(textIn(ruleSet.purpose, lang), lang),
        prefetch: prefetchOf(ruleSet),
      },
    ];
  });
}

/**
 * The cards of a program for the patient a request is about.
 * @throws Refusal `not-found`, `invalid-input`; PublicProblem `prefetch-missing`
 */
export async function cdsCards(
  program: string,
  { body, lang }: { readonly body: unknown; readonly lang: Lang },
  context: Context,
): Promise<readonly Card[]> {
  const target = await inForce(program, context);
  if (!target) throw new Refusal("not-found");
  const parsed = parseShape<z.infer<typeof requestSchema>>(requestSchema, body);
  if (!parsed.ok) throw invalid(parsed.diagnostics);
  const { prefetch, context: asked } = parsed.value;
  const { release, sequence } = target;
  const { ruleSet, number } = release.payload;
  // The keys that were asked for, and no other; a key that is not there was not looked up.
  const sent = Object.keys(prefetchOf(ruleSet)).flatMap((key) =>
    prefetch !== undefined && Object.hasOwn(prefetch, key) ? [[key, prefetch[key]] as const] : [],
  );
  if (sent.length === 0) {
    throw new PublicProblem("prefetch-missing", { prefetch: prefetchOf(ruleSet) });
  }
  const resources = readResources(Object.fromEntries(sent));
  if (resources.problems.length > 0) throw invalid(resources.problems);
  if (aboutAnother(resources, asked.patientId)) {
    throw invalid([{ code: "another-patient", severity: "error", at: ["prefetch"], params: {} }]);
  }
  const at = dateIn(ruleSet.timeZone, context.deps.clock.now());
  const origin = { release: number, sha256: release.sha256, sequence, at };
  if (release.suspended !== undefined) return suspendedCards(ruleSet, { lang, origin });
  const evaluation = evaluate(ruleSet, factsFrom(resources, ruleSet), at);
  return cardsOf(evaluation, ruleSet, { lang, origin });
}

function invalid(problems: readonly Diagnostic[]): Refusal {
  return new Refusal("invalid-input", { in: "body", problems });
}

/** What a client is asked to send along: the newest responses, and observations by the codes the facts carry. */
function prefetchOf(ruleSet: RuleSet): Readonly<Record<string, string>> {
  const codes = ruleSet.facts.flatMap((f) => (f.code?.system === loinc ? [f.code.code] : []));
  const panels = instrumentsOf(codes);
  const patient = "patient={{context.patientId}}";
  const tokens = [...codes, ...panels.map((i) => i.panel)].map((code) => `${loinc}|${code}`).join(",");
  const newest = "_count=50";
  return {
    responses: `QuestionnaireResponse?${patient}&_sort=-authored&${newest}`,
    ...(codes.length === 0
      ? {}
      : { observations: `Observation?${patient}&code=${tokens}&_sort=-date&${newest}` }),
  };
}

async function inForce(
  program: string,
  { deps, state }: Context,
): Promise<{ readonly release: OpenedRelease; readonly sequence: number } | undefined> {
  const found = await getProgram(deps.db, program);
  const pointer = found?.archivedAt === null ? await state.pointer(program, channel) : undefined;
  const release = pointer && (await state.inForce(pointer));
  return pointer && release && { release, sequence: pointer.sequence };
}
