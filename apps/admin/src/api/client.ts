// The one way to the server: a typed tRPC client on the same origin, and the cache of what it answered.
import type { AppRouter } from "@jumelage/api";
import type { Draft, Session } from "@jumelage/api/schemas";
import { hashKey, QueryCache, QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCOptionsProxy, type inferOutput } from "@trpc/tanstack-react-query";
import { refusalOf } from "./refusal.ts";
import { stepUpLink } from "./step-up.ts";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Without a connection too: a question that waits for one says nothing, one that failed says why.
      networkMode: "always",
      // What is shown may be of before the connection was lost.
      refetchOnReconnect: "always",
      // A refusal stays a refusal; only a fault, or a lost connection that may be back by now, is worth trying again.
      retry: (count, error) => refusalOf(error) === null && navigator.onLine && count < 2,
    },
    mutations: { networkMode: "always" },
  },
  queryCache: new QueryCache({
    onError: (error) => {
      // Signed out meanwhile (the session ended, or somebody signed out in another tab): the session is asked again and the frame shows sign-in.
      if (refusalOf(error)?.code === "signed-out")
        void queryClient.invalidateQueries({ queryKey: trpc.session.get.queryKey() });
    },
  }),
});

export const api = createTRPCClient<AppRouter>({
  links: [stepUpLink, httpBatchLink({ url: "/trpc", maxURLLength: 2000 })],
});

export const trpc = createTRPCOptionsProxy<AppRouter>({ client: api, queryClient });

/** Puts a draft, as a step answered it, where the next reader of that draft finds it. */
export function rememberDraft(draft: Draft): void {
  // The client types an absent key and an undefined one apart; in JSON they are the same.
  queryClient.setQueryData(
    trpc.drafts.get.queryKey({ id: draft.id }),
    draft as inferOutput<typeof trpc.drafts.get>,
  );
}

/** Takes over who is signed in now; what was kept for whoever was before is forgotten. */
export function rememberSession(session: Session): void {
  const key = trpc.session.get.queryKey();
  queryClient.removeQueries({ predicate: (query) => hashKey(query.queryKey) !== hashKey(key) });
  queryClient.setQueryData(key, session);
}

/**
 * A query whose answer is about one content of a draft: another hash asks anew, even while the first answer is still on
 * its way (an invalidation would be lost then).
 */
export function ofContent<O extends { readonly queryKey: readonly unknown[] }>(
  options: O,
  hash: string | undefined,
): O {
  // The library reads the path and the input from the first two parts; a third would be a prefix to it.
  const [path, args] = options.queryKey;
  return { ...options, queryKey: [path, { ...(args as object), hash: hash ?? "" }] };
}
