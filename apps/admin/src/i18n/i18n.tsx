// The language of the page: French by default, English a switch away and remembered. Messages are plain typed catalogues,
// one file a feature; a language is fetched when it is first needed, and what the screens of a program say when one of
// them is first opened.
import type { Lang } from "@jumelage/engine";
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { IntlProvider } from "use-intl";
import { fetchPart } from "../ui/fetch-part.ts";
import type { Catalogue } from "./catalogue.ts";
import type { fr } from "./fr/index.ts";

declare module "use-intl" {
  interface AppConfig {
    Messages: typeof fr;
  }
}

const remembered = "jumelage.lang";
const locales = { fr: "fr-CA", en: "en-CA" } as const;

interface Language {
  readonly lang: Lang;
  readonly setLang: (lang: Lang) => void;
  /** Whether every message is at hand, and not those of the first page only. */
  readonly whole: boolean;
  readonly fetchWhole: () => void;
  /** Why the messages of every screen did not come. */
  readonly failed: unknown;
}
const LanguageContext = createContext<Language | null>(null);

/** The language asked for in the address, else the one remembered, else French. */
export function initialLang(): Lang {
  const asked = new URLSearchParams(window.location.search).get("lang");
  if (asked === "fr" || asked === "en") {
    remember(asked);
    return asked;
  }
  return recall() === "en" ? "en" : "fr";
}

/** The messages of the first page. */
export async function loadFirst(lang: Lang): Promise<Partial<Catalogue>> {
  return lang === "fr" ? (await import("./fr/first.ts")).first : (await import("./en/first.ts")).first;
}

async function loadWhole(lang: Lang): Promise<Catalogue> {
  return lang === "fr"
    ? (await fetchPart(() => import("./fr/index.ts"))).fr
    : (await fetchPart(() => import("./en/index.ts"))).en;
}

export interface LanguageProviderProps {
  readonly initial: { readonly lang: Lang; readonly messages: Partial<Catalogue> };
  readonly children: ReactNode;
}

export function LanguageProvider({ initial, children }: LanguageProviderProps) {
  const [{ lang, messages, whole }, setState] = useState({ ...initial, whole: false });
  const [failed, setFailed] = useState<unknown>();
  const asked = useRef(0);
  const show = useCallback(async (next: Lang, all: boolean): Promise<void> => {
    const turn = (asked.current += 1);
    const loaded = await (all ? loadWhole(next) : loadFirst(next));
    // Two languages may be under way at once: the one asked for last is shown.
    if (turn !== asked.current) return;
    document.documentElement.lang = next;
    setState({ lang: next, messages: loaded, whole: all });
  }, []);
  const setLang = useCallback(
    (next: Lang) => {
      remember(next);
      void show(next, whole);
    },
    [show, whole],
  );
  const fetchWhole = useCallback(() => void show(lang, true).catch(setFailed), [show, lang]);
  const language = useMemo(
    () => ({ lang, setLang, whole, fetchWhole, failed }),
    [lang, setLang, whole, fetchWhole, failed],
  );
  return (
    <LanguageContext value={language}>
      <IntlProvider
        locale={locales[lang]}
        messages={messages as typeof fr}
        timeZone={new Intl.DateTimeFormat().resolvedOptions().timeZone}
      >
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

/** The language of the page and how to change it. */
export function useLanguage(): Language {
  const language = use(LanguageContext);
  if (language === null) throw new Error("useLanguage outside LanguageProvider");
  return language;
}

/** Asks for the messages of every screen; true once they are there. Whatever shows more than the first page waits for it. */
export function useWholeCatalogue(): boolean {
  const { whole, fetchWhole, failed } = useLanguage();
  // For the page to say, as of any part of the console that did not come.
  if (!whole && failed !== undefined) throw failed;
  useEffect(() => {
    if (!whole) fetchWhole();
  }, [whole, fetchWhole]);
  return whole;
}

// Storage may be closed to the page (private windows); the language is then remembered for this page only.
function remember(lang: Lang): void {
  try {
    localStorage.setItem(remembered, lang);
  } catch {
    // Nothing to do: the choice holds until the page is left.
  }
}
function recall(): string | null {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null;
  }
}
