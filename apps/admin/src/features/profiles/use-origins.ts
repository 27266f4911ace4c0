// The statement of a source document that is the reason of what is expected of a profile: as recorded by the server, or
// just chosen here. Where an expectation comes from stands in the profile itself.
import { allows } from "@jumelage/api/schemas";
import { useQuery } from "@tanstack/react-query";
import { ofContent, trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { useTarget } from "../../lab/use-job.ts";
import { statementOf, type Cited } from "../vocabulary/statements.tsx";

/** What the server recorded of the expectation of each profile. */
export function useOrigins() {
  const { served, roles } = useWorkspace();
  const target = useTarget();
  return useQuery(
    ofContent(
      trpc.profiles.origins.queryOptions(
        { target: target ?? { draft: "" } },
        {
          enabled: target !== undefined && allows("program.read", roles),
          staleTime: 0,
          // What is known stays on screen while a save is asked about.
          placeholderData: (before) => before,
        },
      ),
      // A reason can change where nothing of the content does.
      served === null ? undefined : `${served.hash}/${served.revision}`,
    ),
  );
}

/** The reason given for the expectation of each profile; undefined where there is none, or none known yet. */
export function useReasons(): (profile: string) => Cited | undefined {
  const { citations, profiles, ruleSet } = useWorkspace();
  const origins = useOrigins();
  return (profile) => {
    if (Object.hasOwn(citations, profile))
      return statementOf(ruleSet.sources, citations[profile] ?? undefined);
    // An expectation just taken over from an answer has no reason, whatever the one before it had.
    const here = profiles.find((p) => p.id === profile)?.provenance;
    if (here === "accepted-output") return undefined;
    return statementOf(ruleSet.sources, origins.data?.find((o) => o.profile === profile)?.statement);
  };
}
