// Programs from nothing, from another program, or from documents of elsewhere: always as a draft, which goes through
// every gate before anything of it is released. Whoever brings a text in has edited it, and so never approves it.
import {
  createProgram as createStored,
  currentRelease,
  getDraft,
  getPerson,
  inTransaction,
  listOpenDrafts,
  recordEdits,
  recordOrigins,
  setRole,
  startDraft,
  type DraftContent,
} from "@jumelage/db";
import { openRelease, utf8Bytes, type Profile, type ReleasePayload } from "@jumelage/engine";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { thingsOf } from "../lab/things.ts";
import { readDraftHazards, readDraftProfiles, readDraftRuleSet } from "../drafts/documents.ts";
import { expectationHash } from "../drafts/provenance.ts";
import type { SignedInPerson } from "../session/session.schemas.ts";
import { getProgram } from "./programs.ts";
import type { CreateProgram, Program } from "./programs.schemas.ts";
import { starterOf } from "./starter.ts";

/**
 * Makes a program with its first draft and the roles in it, all or nothing.
 * @throws Refusal `invalid-input`: the id is taken (`reason: program-exists`), a document does not parse, a release does
 * not verify (`reason: release-refused`), or somebody is not known; `not-found` for the program to copy.
 */
export async function createProgram(
  create: CreateProgram,
  person: SignedInPerson,
  deps: Deps,
): Promise<Program> {
  const { program, title, draftName: name } = create;
  const { origin, content } = await beginningOf(create, deps);
  const things = await thingsOf(content.ruleSet, deps.digest);
  const origins = await Promise.all(
    content.profiles.map(async (profile) => ({
      profile: profile.id,
      hash: await expectationHash(profile, deps),
      provenance: profile.provenance,
    })),
  );
  await refuseStrangers(create.people, deps);
  const act = { by: person.id, at: deps.clock.now() };
  await inTransaction(deps.db, async (tx) => {
    const made = await createStored(tx, act, { id: program, title, origin });
    if (!made) throw new Refusal("invalid-input", { reason: "program-exists", program });
    const draft = deps.ids.uuid();
    await startDraft(tx, act, {
      id: draft,
      program,
      content,
      ...(name === undefined ? {} : { name }),
    });
    await recordEdits(tx, act, { program, draft, things });
    await recordOrigins(tx, act, { program, draft, origins });
    for (const { id, role } of create.people)
      await setRole(tx, act, { person: id, program, role, granted: true });
  });
  return getProgram(program, person, deps);
}

interface Beginning {
  /** What the audit says of where the program comes from. */
  readonly origin: Readonly<Record<string, unknown>>;
  readonly content: DraftContent;
}

async function beginningOf({ program, title, from }: CreateProgram, deps: Deps): Promise<Beginning> {
  switch (from.kind) {
    case "nothing":
      return { origin: { kind: "nothing" }, content: starterOf(program, title) };
    case "program": {
      const release = await currentRelease(deps.db, from.program);
      const source = release ?? (await oldestDraft(from.program, deps));
      if (!source) throw new Refusal("not-found");
      const { ruleSet, profiles, hazards } = source;
      return {
        origin: { kind: "program", program: from.program, release: release?.number ?? null },
        content: { ruleSet: { ...ruleSet, program, title }, profiles: unproven(profiles), hazards },
      };
    }
    case "documents": {
      const { profiles = [], hazards = [] } = from;
      return {
        origin: { kind: "documents" },
        content: documentsOf({ ruleSet: { ...from.ruleSet, program }, profiles, hazards }, program),
      };
    }
    case "release": {
      const { release, sha256, keyId } = await openedRelease(from, deps);
      return {
        origin: { kind: "release", program: release.program, release: release.number, sha256, keyId },
        content: documentsOf(
          {
            ruleSet: { ...release.ruleSet, program },
            profiles: release.evidence.profiles,
            hazards: release.evidence["hazards"] ?? [],
          },
          program,
        ),
      };
    }
    default:
      return from satisfies never;
  }
}

async function oldestDraft(program: string, deps: Deps): Promise<DraftContent | undefined> {
  const [first] = await listOpenDrafts(deps.db, program);
  return first && getDraft(deps.db, first.id);
}

/** Documents from elsewhere, read as strictly as an author's. */
function documentsOf(
  json: { readonly ruleSet: unknown; readonly profiles: unknown; readonly hazards: unknown },
  program: string,
): DraftContent {
  return {
    ruleSet: readDraftRuleSet(json.ruleSet, program),
    profiles: unproven(readDraftProfiles(json.profiles)),
    hazards: readDraftHazards(json.hazards),
  };
}

/** Who expected what, and whether blind, is known to the server where it was entered; here it is taken over. */
function unproven(profiles: readonly Profile[]): readonly Profile[] {
  return profiles.map((profile) => ({ ...profile, provenance: "accepted-output" }));
}

/** A release signed by this installation, or by one whose keys the administrator gives. */
async function openedRelease(
  from: Extract<CreateProgram["from"], { kind: "release" }>,
  deps: Deps,
): Promise<{ readonly release: ReleasePayload; readonly sha256: string; readonly keyId: string }> {
  const trusted = [...deps.trusted, ...(await deps.verifiersOf(from.keys ?? []))];
  const opened = await openRelease(utf8Bytes(from.envelope), {
    trusted,
    digest: deps.digest,
    program: from.program,
  });
  if (!opened.ok) throw new Refusal("invalid-input", { reason: "release-refused", code: opened.code });
  return opened.value;
}

async function refuseStrangers(people: CreateProgram["people"], deps: Deps): Promise<void> {
  for (const { id } of people) {
    const known = await getPerson(deps.db, id);
    if (!known || known.disabledAt !== null)
      throw new Refusal("invalid-input", { reason: "unknown-person", person: id });
  }
}
