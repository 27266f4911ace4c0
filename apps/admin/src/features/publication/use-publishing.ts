// Publishing under way: what was asked, until the server has said yes or no, and then on to what is in service.
import { useEffect, useRef, useState } from "react";
import { api, queryClient } from "../../api/client.ts";
import { isOffline, refusalOf } from "../../api/refusal.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { useGo } from "../../ui/link.tsx";
import { carryOut, pendingIntent, type Intent } from "./publish-intent.ts";

const delays = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

type Phase = "ready" | "publishing" | "verifying";

interface Publishing {
  readonly phase: Phase;
  readonly error: unknown;
  readonly begin: (intent: Intent) => void;
}

/** Carries out the intention to publish; takes up one that a reload or a lost reply left unanswered. */
export function usePublishing(draft: string): Publishing {
  const { program } = useWorkspace();
  const go = useGo();
  const [phase, setPhase] = useState<Phase>("ready");
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);
  const gone = useRef(false);
  const run = async (intent: Intent): Promise<void> => {
    try {
      const published = await carryOut(intent, {
        shelf: window.localStorage,
        publish: (input) => api.publish.publish.mutate(input),
        // A fault of the server after it has written is as silent as a lost reply.
        isUnanswered: (failure) => isOffline(failure) || refusalOf(failure) === null,
        wait: (attempt) =>
          new Promise((resolve) => window.setTimeout(resolve, delays[Math.min(attempt, delays.length - 1)])),
        onUnanswered: () => setPhase("verifying"),
        cancelled: () => gone.current,
      });
      if (published) go(`${programPaths(program).publication}?publiee=${published.number}`);
    } catch (failure) {
      const number = await publishedElsewhere(failure, program);
      if (number === undefined) setError(failure);
      else go(`${programPaths(program).publication}?publiee=${number}`);
    } finally {
      busy.current = false;
      setPhase("ready");
      await queryClient.invalidateQueries();
    }
  };
  const begin = (intent: Intent): void => {
    if (busy.current) return;
    busy.current = true;
    setPhase("publishing");
    setError(null);
    void run(intent);
  };
  const resume = useRef(begin);
  useEffect(() => {
    gone.current = false;
    const left = pendingIntent(window.localStorage, draft);
    if (left) resume.current(left);
    return () => {
      gone.current = true;
    };
  }, [draft]);
  return { phase, error, begin };
}

/** The version in service, where the draft was refused because somebody else, or another tab, has just published it. */
async function publishedElsewhere(failure: unknown, program: string): Promise<number | undefined> {
  const refusal = refusalOf(failure);
  if (refusal?.code !== "release-immutable" || refusal.details["status"] !== "published") return undefined;
  const found = await api.programs.get.query({ program }).catch(() => undefined);
  return found?.current?.number;
}
