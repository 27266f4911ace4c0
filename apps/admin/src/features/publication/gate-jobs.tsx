// The jobs of the lab that a gate waits for, started from where the gate stands.
import type { JobKind } from "@jumelage/api/schemas";
import { useEffect, useRef } from "react";
import { queryClient, trpc } from "../../api/client.ts";
import { JobBar } from "../../lab/job-bar.tsx";
import { useJob } from "../../lab/use-job.ts";
import classes from "./publication.module.css";

interface GateJobsProps {
  readonly kinds: readonly JobKind[];
  readonly draft: string;
}

export function GateJobs({ kinds, draft }: GateJobsProps) {
  return (
    <div className={classes.jobs}>
      {kinds.map((kind) => (
        <GateJob key={kind} kind={kind} draft={draft} />
      ))}
    </div>
  );
}

function GateJob({ kind, draft }: { readonly kind: JobKind; readonly draft: string }) {
  const view = useJob(kind);
  const state = view.job?.state;
  const before = useRef(state);
  useEffect(() => {
    // A job that has just begun or ended says something new about its gate.
    if (before.current === state) return;
    before.current = state;
    void queryClient.invalidateQueries({ queryKey: trpc.publish.gates.queryKey({ id: draft }) });
  }, [state, draft]);
  return <JobBar view={view} kind={kind} nameOf={() => ""} />;
}
