// Where the expectations of a draft or a release come from, profile by profile, as they were recorded.
import { originsOf } from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { expectationHash } from "../drafts/provenance.ts";
import type { Target } from "../lab/lab.schemas.ts";
import { contentOf } from "../lab/target.ts";
import type { OriginOfExpectation } from "./profiles.schemas.ts";

/** One entry per profile, in document order. */
export async function originsIn(target: Target, deps: Deps): Promise<OriginOfExpectation[]> {
  const { program, profiles } = await contentOf(target, deps);
  const recorded = await originsOf(
    deps.db,
    program,
    profiles.map((p) => p.id),
  );
  return Promise.all(
    profiles.map(async (profile) => {
      const hash = await expectationHash(profile, deps);
      const statement = recorded.findLast((o) => o.profile === profile.id && o.hash === hash)?.statement;
      return {
        profile: profile.id,
        provenance: profile.provenance,
        ...(statement === undefined ? {} : { statement }),
      };
    }),
  );
}
