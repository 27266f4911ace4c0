// How a document lies on paper: the size of the page, and what stands in the margins of each. Such rules can only be
// said in a style sheet, and their words are of the version at hand: a sheet made here is put on the page and taken off.
import { useEffect } from "react";
import type { Paper } from "./paper.ts";

export interface Margins {
  readonly topLeft: string;
  readonly topCentre: string;
  readonly topRight: string;
  readonly bottomLeft: string;
  /** What stands before the number of the page, and between it and how many there are. */
  readonly page: string;
  readonly of: string;
}

/** A text as a CSS string. */
export function cssString(text: string): string {
  return `"${text.replaceAll(/["\\\n\r\f]/g, (c) => `\\${(c.codePointAt(0) ?? 32).toString(16)} `)}"`;
}

/** The rules of a page: the first has its own heading, so that nothing runs above it. */
export function pageRules(paper: Paper, margins: Margins): string {
  const box = `font-family: "Open Sans Variable", sans-serif; font-size: 8pt; color: #3b424c;`;
  const said = (place: string, text: string): string => `@${place} { ${box} content: ${cssString(text)}; }`;
  return `
@page {
  size: ${paper};
  margin: 24mm 18mm 20mm;
  ${said("top-left", margins.topLeft)}
  ${said("top-center", margins.topCentre)}
  ${said("top-right", margins.topRight)}
  ${said("bottom-left", margins.bottomLeft)}
  @bottom-right { ${box} content: ${cssString(margins.page)} counter(page) ${cssString(margins.of)} counter(pages); }
}
@page :first {
  @top-left { content: none; }
  @top-right { content: none; }
}`;
}

/** Keeps the rules on the page while the document is shown. */
export function usePageRules(rules: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== sheet);
    };
  }, [rules]);
}
