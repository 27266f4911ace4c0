// What waits for whoever is signed in, without what they have set aside on this device.
import type { Inbox, InboxItem } from "@jumelage/api/schemas";
import { useLocalStorage } from "@mantine/hooks";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { trpc } from "../../api/client.ts";

/** No more are remembered; what was set aside that long ago has changed its state since, or is gone. */
const mostAside = 500;

export interface InboxState {
  readonly query: UseQueryResult<Inbox, unknown>;
  /** What is left to do. */
  readonly items: readonly InboxItem[];
  readonly setAside: (key: string) => void;
  readonly takeBack: (key: string) => void;
}

export function useInbox(): InboxState {
  const query = useQuery(
    trpc.inbox.list.queryOptions(undefined, { staleTime: 30_000, refetchInterval: 60_000 }),
  );
  const [aside, setAside] = useLocalStorage<readonly string[]>({
    key: "jumelage.inbox.aside",
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  return {
    query,
    items: query.data?.items.filter((item) => !aside.includes(item.key)) ?? [],
    setAside: (key) => setAside((keys) => [...keys.filter((k) => k !== key), key].slice(-mostAside)),
    takeBack: (key) => setAside((keys) => keys.filter((k) => k !== key)),
  };
}
