// Publishing: the gates once more, then one transaction of the database that takes the number, signs, stores, moves
// the channel, closes the draft and records it. Repeating it with the same key publishes nothing twice.
import { getDraft, getProgram, publishRelease, VaultError, type PublishResult } from "@jumelage/db";
import { parseRuleSet } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { dateIn } from "../../public/local-date.ts";
import { staleRevision } from "../drafts/outcomes.ts";
import { candidateFor } from "./candidate.ts";
import { evidenceOf } from "./evidence.ts";
import { rememberingGates, runGates } from "./gates/index.ts";
import type { Gates, Publish, Published } from "./publish.schemas.ts";
import { signersFor } from "./release-payload.ts";
import { reviewByOf } from "./review-by.ts";

/** What every gate says of a draft as it stands. */
export async function gatesOf(id: string, deps: Deps): Promise<Gates> {
  const draft = await getDraft(deps.db, id);
  if (!draft) throw new Refusal("not-found");
  return runGates(await candidateFor(draft, deps), rememberingGates);
}

/**
 * Publishes an approved draft, exactly as approved.
 * @throws Refusal `stale-revision` when the draft is no longer what the caller saw, `publish-blocked` with the gates
 * when one fails or the release in force has changed, or with `vault-full`, `vault-unwritable` or `vault-ahead` when the vault cannot hold it, `archived` in an archived program, `release-immutable` when the draft is closed already,
 * `invalid-input` when the idempotency key was used for another release.
 */
export async function publish(request: Publish, by: string, deps: Deps): Promise<Published> {
  const draft = await getDraft(deps.db, request.id);
  if (!draft) throw new Refusal("not-found");
  // A draft already published may be the very one this key published: the database knows.
  const isOpen = draft.status !== "published" && draft.status !== "discarded";
  if (isOpen && draft.hash !== request.hash) throw staleRevision(draft);
  const candidate = await candidateFor(draft, deps);
  const gates = isOpen
    ? await runGates(candidate, rememberingGates)
    : { hash: draft.hash, gates: [], ready: true };
  if (!gates.ready) {
    const moved = gates.gates.some((g) => g.id === "base" && g.status !== "passed");
    const why = moved ? { reason: "base-moved", inForce: candidate.inForce } : {};
    throw new Refusal("publish-blocked", { ...gates, ...why });
  }
  const ruleSet = parseRuleSet(draft.ruleSet);
  if (!ruleSet.ok) throw new Refusal("release-immutable", { status: draft.status });
  const { profiles } = draft;
  const program = await getProgram(deps.db, draft.program);
  const reviewBy = reviewByOf({
    chosen: request.reviewBy,
    months: program?.settings.reviewMonths ?? null,
    today: dateIn(ruleSet.value.timeZone, deps.clock.now()),
  });
  const checked = evidenceOf(candidate, gates.gates);
  const sign = signersFor({ ruleSet: ruleSet.value, profiles, reviewBy, ...checked }, deps);
  const result = await publishRelease(
    deps.db,
    { by, at: deps.clock.now() },
    {
      draft: request.id,
      hash: request.hash,
      channel: request.channel,
      note: request.message,
      changeKind: checked.change.kind,
      ...(reviewBy === undefined ? {} : { reviewBy }),
      waivers: checked.evidence.waivers.map((w) => w.name),
      idempotencyKey: request.idempotencyKey,
      sign,
      vault: deps.vault,
    },
  ).catch((error: unknown) => {
    if (!(error instanceof VaultError)) throw error;
    deps.log.error({ err: error, vault: error.code }, "not published: the vault does not hold it");
    throw new Refusal("publish-blocked", { ...gates, ready: false, reason: error.code });
  });
  const published = publishedOrRefusal(result, gates);
  deps.moves.announce(draft.program, request.channel);
  deps.log.info(
    { program: draft.program, release: published.number, sequence: published.sequence },
    "published",
  );
  return published;
}

function publishedOrRefusal(result: PublishResult, gates: Gates): Published {
  switch (result.kind) {
    case "published":
      return { number: result.number, sha256: result.sha256, sequence: result.sequence };
    case "stale":
      throw staleRevision(result.current);
    case "not-approved":
      throw new Refusal("publish-blocked", { ...gates, ready: false, reason: "not-approved" });
    case "base-moved":
      throw new Refusal("publish-blocked", {
        ...gates,
        ready: false,
        reason: "base-moved",
        inForce: result.inForce,
      });
    case "wrong-status":
      throw new Refusal("release-immutable", { status: result.current.status });
    case "key-reused":
      throw new Refusal("invalid-input", {
        diagnostics: [
          {
            code: "key-reused",
            severity: "error",
            at: ["idempotencyKey"],
            params: { release: result.number },
          },
        ],
      });
    case "archived":
      throw new Refusal("archived", { release: result.release });
    case "not-found":
      throw new Refusal("not-found");
    default:
      return result satisfies never;
  }
}
