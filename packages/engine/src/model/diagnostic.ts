// Diagnostics: what the author can mend, as data. They are worded late, by `words/`, and never thrown.
export type Path = readonly (string | number)[];
export type Severity = "error" | "warning" | "info";
export type DiagnosticParam = string | number | boolean | readonly string[];

/** A finding about a document: what (`code`, `params`), where (`at`, and `also` when several places take part). */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly at: Path;
  readonly also?: readonly Path[];
  readonly params: Readonly<Record<string, DiagnosticParam>>;
}

/** Whether any of the findings must be mended before the document may be used. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === "error");
}

/** Collects findings of one severity while a law walks a document. */
export interface Collector {
  readonly found: Diagnostic[];
  readonly add: (code: string, at: Path, params?: Diagnostic["params"], also?: readonly Path[]) => void;
}

export function collector(severity: Severity = "error"): Collector {
  const found: Diagnostic[] = [];
  return {
    found,
    add: (code, at, params = {}, also) => {
      found.push({ code, severity, at, params, ...(also ? { also } : {}) });
    },
  };
}
