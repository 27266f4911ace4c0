// Where a finding of a gate is mended: the page of its entry, and the name of that entry.
import type { GateFinding } from "@jumelage/api/schemas";
import { placeAt, type Place, type Where } from "../../lab/place-at.ts";

export function placeOf(finding: GateFinding, where: Where): Place | undefined {
  if (finding.criterion !== undefined) {
    return { href: where.paths.criterion(finding.criterion), name: finding.criterion };
  }
  return placeAt(finding.at, where);
}
