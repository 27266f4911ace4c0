// Parts of the console that are fetched when they are first needed, and what becomes of the page when one does not come.
import { homePath } from "../paths.ts";

/** A part of the console that could not be fetched: nothing is wrong with it, and it can be asked for again. */
export class PartMissing extends Error {}

/** Whether the server gives out pages at this moment: only then does loading the page anew lead anywhere. */
export async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch(homePath, { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

const reloadedFor = "jumelage.reloaded";

/**
 * Fetches a part of the console. After an update of the server it has another name: the page is loaded anew, once. While
 * the server is out of reach the page stays as it is, since a browser would put its own in its place.
 *
 * @throws PartMissing
 */
export async function fetchPart<M>(fetchIt: () => Promise<M>): Promise<M> {
  try {
    return await fetchIt();
  } catch (cause) {
    if (sessionStorage.getItem(reloadedFor) !== location.href && (await isServerThere())) {
      sessionStorage.setItem(reloadedFor, location.href);
      location.reload();
    }
    throw new PartMissing("a part of the console could not be fetched", { cause });
  }
}
