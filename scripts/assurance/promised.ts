// What a promise is, and a line of evidence that it stands by.
export interface Text {
  readonly fr: string;
  readonly en: string;
}

export interface Line {
  readonly id: string;
  readonly what: Text;
  /** The least that the long tier reaches; without, that its tests pass is all there is to it. */
  readonly must?: number;
  /** Shown by a command of its own instead of a test; the page names it. */
  readonly command?: string;
}

export interface Promised {
  readonly id: string;
  readonly what: Text;
  readonly lines: readonly Line[];
}

/** A line, in both languages. */
export const line = (id: string, fr: string, en: string, more: Omit<Line, "id" | "what"> = {}): Line => ({
  id,
  what: { fr, en },
  ...more,
});
