import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Law } from "../law.ts";

/** A criterion said to come from a source cites one (error); one that is inferred from sources should (warning). */
export const sourceMissing: Law = (doc) =>
  doc.criteria.flatMap((c, i): readonly Diagnostic[] =>
    c.sources.length > 0 || c.origin === "beyond-source"
      ? []
      : [
          {
            code: "source-missing",
            severity: c.origin === "source" ? "error" : "warning",
            at: ["criteria", i, "sources"],
            params: { criterion: c.id, origin: c.origin },
          },
        ],
  );
