// Links and moves inside the console, by an address from paths.ts; the router takes them without loading the page anew,
// and keeps what stays in the address from page to page (which draft is on screen).
import { Link, useRouter, type LinkComponentProps } from "@tanstack/react-router";
import type { ComponentProps } from "react";

export interface AppLinkProps extends Omit<ComponentProps<"a">, "href"> {
  /** An address from paths.ts, with or without `?name=value` and `#part`. */
  readonly href: string;
  /** Whether only this very address counts as the current page (default: those below it too). */
  readonly exact?: boolean;
}

export function AppLink({ href, exact = true, ...rest }: AppLinkProps) {
  const { search, ...place } = useAddress()(href);
  return (
    <Link
      {...place}
      {...(search === undefined ? {} : { search })}
      activeOptions={{ exact, includeHash: false, includeSearch: search !== undefined }}
      activeProps={{ "aria-current": "page" }}
      {...(rest as Omit<LinkComponentProps, "to">)}
    />
  );
}

/** Moves to an address from paths.ts. */
export function useGo(): (href: string) => void {
  const { navigate } = useRouter();
  const address = useAddress();
  return (href) => void navigate(address(href));
}

interface Address {
  readonly to: "/";
  readonly search?: Record<string, unknown>;
  readonly hash?: string;
}

/** The parts of an address, as the router wants them. */
function useAddress(): (href: string) => Address {
  const { options } = useRouter();
  return (href) => {
    const [before = "", hash] = href.split("#", 2);
    const [path = "/", query] = before.split("?", 2);
    return {
      // The router types its own addresses; paths.ts builds them, so any string of its is one.
      to: path as "/",
      ...(query === undefined ? {} : { search: options.parseSearch?.(`?${query}`) ?? {} }),
      ...(hash === undefined ? {} : { hash }),
    };
  };
}
