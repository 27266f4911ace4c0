// The language of the page: French by default, English a switch away and remembered. Messages are plain typed catalogues,
// one file a feature; a language is fetched when it is first needed.
import type { Lang } from "@jumelage/engine";
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from "react";
import { IntlProvider } from "use-intl";
import type { Catalogue } from "./catalogue.ts";
import type { fr } from "./fr/index.ts";

const remembered = "jumelage.lang";
const locales = { fr: "fr-CA", en: "en-CA" } as const;

interface Language {
  readonly lang: Lang;
  readonly setLang: (lang: Lang) => void;
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

export async function loadCatalogue(lang: Lang): Promise<Catalogue> {
  return lang === "fr" ? (await import("./fr/index.ts")).fr : (await import("./en/index.ts")).en;
}

export interface LanguageProviderProps {
  readonly initial: { readonly lang: Lang; readonly messages: Catalogue };
  readonly children: ReactNode;
}

export function LanguageProvider({ initial, children }: LanguageProviderProps) {
  const [{ lang, messages }, setState] = useState(initial);
  const setLang = useCallback((next: Lang) => {
    remember(next);
    const change = async (): Promise<void> => {
      const loaded = await loadCatalogue(next);
      document.documentElement.lang = next;
      setState({ lang: next, messages: loaded });
    };
    void change();
  }, []);
  const language = useMemo(() => ({ lang, setLang }), [lang, setLang]);
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
