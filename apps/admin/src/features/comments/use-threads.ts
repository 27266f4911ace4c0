// What people say of the draft on screen: the threads, as the server last had them, and what may be done with them.
import { allows, type Thread, type Threads } from "@jumelage/api/schemas";
import { useMutation, useQuery } from "@tanstack/react-query";
import { queryClient, trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";

export interface Talk {
  /** Whether there is a draft and this person may read and write about it. */
  readonly allowed: boolean;
  readonly threads: Threads;
  readonly loading: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

/** The threads of the draft on screen. */
export function useTalk(): Talk {
  const { served, roles } = useWorkspace();
  const allowed = served !== null && allows("draft.comment", roles);
  const query = useQuery(trpc.comments.list.queryOptions({ id: served?.id ?? "" }, { enabled: allowed }));
  return {
    allowed,
    threads: query.data ?? [],
    loading: allowed && query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
  };
}

export function isOpen(thread: Thread): boolean {
  return thread.resolved === null;
}

export interface Saying {
  readonly pending: boolean;
  readonly error: unknown;
  /** `done` is called once the server has it. */
  readonly write: (said: { readonly anchor: string; readonly text: string }, done: () => void) => void;
  readonly answer: (said: { readonly thread: number; readonly text: string }, done: () => void) => void;
  readonly settle: (thread: number, resolved: boolean) => void;
}

/** Ways to say something about the draft on screen; every answer is all threads as they then stand. */
export function useSaying(): Saying {
  const id = useWorkspace().served?.id ?? "";
  const onSuccess = (threads: Threads): void => {
    queryClient.setQueryData(trpc.comments.list.queryKey({ id }), threads);
  };
  const write = useMutation(trpc.comments.write.mutationOptions({ onSuccess }));
  const answer = useMutation(trpc.comments.answer.mutationOptions({ onSuccess }));
  const resolve = useMutation(trpc.comments.resolve.mutationOptions({ onSuccess }));
  const reopen = useMutation(trpc.comments.reopen.mutationOptions({ onSuccess }));
  const all = [write, answer, resolve, reopen];
  return {
    pending: all.some((m) => m.isPending),
    error: all.find((m) => m.error)?.error,
    write: (said, done) => write.mutate({ id, ...said }, { onSuccess: done }),
    answer: (said, done) => answer.mutate({ id, ...said }, { onSuccess: done }),
    settle: (thread, resolved) => (resolved ? resolve : reopen).mutate({ id, thread }),
  };
}
