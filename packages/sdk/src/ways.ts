// Which ways of running a rule set this host allows. In Node the fastest generates code, from numbers and ids only; a
// browser is not asked, because a content security policy reports whoever tries.
import type { Way } from "@jumelage/engine";

/** The ways that may be taken here. */
export function waysHere(): readonly Way[] {
  const { process } = globalThis as { readonly process?: { readonly versions?: { readonly node?: string } } };
  return process?.versions?.node === undefined ? ["closures"] : ["index", "generated", "closures"];
}
