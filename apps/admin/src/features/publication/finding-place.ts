// Where a finding of a gate is mended: the page of its entry, and the name of that entry.
import type { GateFinding } from "@jumelage/api/schemas";
import { guaranteeId } from "../../paths.ts";
import { placeAt, type Place, type Where } from "../../lab/place-at.ts";

export function placeOf(finding: GateFinding, where: Where): Place | undefined {
  const { paths } = where;
  const named = (key: string): string | undefined => {
    const value = finding.params[key];
    return typeof value === "string" ? value : undefined;
  };
  const [property, hazard] = [named("property"), named("hazard")];
  if (property !== undefined) {
    return { href: `${paths.guarantees}#${guaranteeId(property)}`, name: property };
  }
  if (hazard !== undefined) return { href: `${paths.register}#hazard-${hazard}`, name: hazard };
  if (finding.code.startsWith("confirmation-")) return { href: paths.register, name: undefined };
  if (finding.code.startsWith("statement-")) return { href: `${paths.vocabulary}#sources`, name: undefined };
  if (finding.code.startsWith("difference-")) return { href: paths.review, name: undefined };
  if (finding.criterion !== undefined) {
    return { href: where.paths.criterion(finding.criterion), name: finding.criterion };
  }
  return placeAt(finding.at, where);
}
