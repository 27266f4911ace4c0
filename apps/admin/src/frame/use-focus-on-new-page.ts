// Where focus goes when another page is opened: to its heading, so that a screen reader says where one is, or to the entry
// that the address names. Both may come later than the address: a screen is loaded, and so is what it shows.
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { bringFocus } from "../ui/bring-focus.ts";

export function useFocusOnNewPage(): void {
  const router = useRouter();
  useEffect(() => {
    let stop = (): void => undefined;
    // Whoever goes on with another key before the page is there keeps the focus.
    let origin: Element | null = null;
    const unsubscribe = [
      router.subscribe("onBeforeNavigate", () => {
        stop();
        origin = document.activeElement;
      }),
      router.subscribe("onRendered", ({ fromLocation, toLocation, pathChanged, hashChanged }) => {
        if (fromLocation === undefined || !(pathChanged || hashChanged)) return;
        stop();
        stop = bringFocus({ entry: toLocation.hash, isNewPage: pathChanged, from: origin });
      }),
    ];
    return () => {
      stop();
      for (const leave of unsubscribe) leave();
    };
  }, [router]);
}
