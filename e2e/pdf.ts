// A PDF as a test reads it: its name, its language, its tags and its words, each with where it lies on the page.
import { getDocumentProxy } from "unpdf";

export interface PlacedText {
  readonly text: string;
  /** From the left and right edges of the page, in points. */
  readonly left: number;
  readonly right: number;
  readonly rotated: boolean;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
  /** The roles of its tags, in reading order. */
  readonly roles: readonly string[];
}

export interface Pdf {
  readonly title: string;
  readonly language: string;
  readonly tagged: boolean;
  /** The names of its outline, however deep. */
  readonly outline: readonly string[];
  readonly pages: readonly PdfPage[];
}

interface Tag {
  readonly role?: string;
  readonly children?: readonly Tag[];
}
interface Entry {
  readonly title: string;
  readonly items: readonly Entry[];
}

/** Reads all of a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } };
  const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null;
  const outline = ((await document.getOutline()) ?? []) as readonly Entry[];
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    const texts = content.items.flatMap((item): PlacedText[] => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const [a = 0, b = 0, , , x = 0] = item.transform as number[];
      const rotated = Math.abs(b) > Math.abs(a) / 100;
      return [{ text: item.str, left: x, right: width - x - item.width, rotated }];
    });
    pages.push({ width, height, texts, roles: rolesOf((await page.getStructTree()) as Tag | null) });
  }
  return {
    title: info.Title ?? "",
    language: info.Language ?? "",
    tagged: marks?.Marked === true,
    outline: namesOf(outline),
    pages,
  };
}

/** The letters and digits of a text: how it is broken into lines, pages and hyphens makes no difference. */
export function lettersOf(text: string): string {
  return text.normalize("NFKC").replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** All letters of a PDF, in reading order. */
export function lettersIn(pdf: Pdf): string {
  return lettersOf(pdf.pages.flatMap((page) => page.texts.map((t) => t.text)).join(""));
}

function rolesOf(tag: Tag | null): readonly string[] {
  if (tag === null) return [];
  return [...(tag.role === undefined ? [] : [tag.role]), ...(tag.children ?? []).flatMap(rolesOf)];
}

function namesOf(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ title, items }) => [title, ...namesOf(items)]);
}
