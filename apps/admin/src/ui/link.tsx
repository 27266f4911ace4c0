// Links and moves inside the console, by an address from paths.ts; the router takes them without loading the page anew.
import { Link, useRouter, type LinkComponentProps } from "@tanstack/react-router";
import type { ComponentProps } from "react";

export interface AppLinkProps extends Omit<ComponentProps<"a">, "href"> {
  /** An address from paths.ts, with or without `#part`. */
  readonly href: string;
  /** Whether only this very address counts as the current page (default: those below it too). */
  readonly exact?: boolean;
}

export function AppLink({ href, exact = true, ...rest }: AppLinkProps) {
  const [path = "/", hash] = href.split("#", 2);
  return (
    <Link
      // The router types its own addresses; paths.ts builds them, so any string of its is one.
      to={path as "/"}
      {...(hash === undefined ? {} : { hash })}
      activeOptions={{ exact, includeHash: false, includeSearch: false }}
      activeProps={{ "aria-current": "page" }}
      {...(rest as Omit<LinkComponentProps, "to">)}
    />
  );
}

/** Moves to an address from paths.ts. */
export function useGo(): (href: string) => void {
  const { history } = useRouter();
  return (href) => history.push(href);
}
