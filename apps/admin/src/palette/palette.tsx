// The palette: a few letters lead to any screen, criterion, fact, profile, version or program, and to what can be done.
import "@mantine/spotlight/styles.layer.css";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useGo } from "../ui/link.tsx";
import { findEntries, groups, type Entry } from "./entries.ts";
import { showPalette, usePaletteOpen } from "./palette-store.ts";

const [store, actions] = createSpotlight();

/** It stays on the page while it is closed, so that the focus goes back to where it came from. */
export function Palette({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  const t = useTranslations("frame.palette");
  const go = useGo();
  const [query, setQuery] = useState("");
  const open = usePaletteOpen();
  useEffect(() => (open ? actions.open() : actions.close()), [open]);
  const found = findEntries(entries, query);
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      store={store}
      onSpotlightClose={() => showPalette(false)}
      shortcut={null}
      // Locking the scroll injects a style element, which the content security policy forbids.
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ transitionProps: { duration: 0 } }}
      attributes={{ content: { "aria-label": t("title") } }}
      scrollable
      maxHeight={440}
    >
      <Spotlight.Search
        placeholder={t("placeholder")}
        aria-label={t("placeholder")}
        leftSection={<IconSearch size={20} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {groups.map((group) => {
          const own = found.filter((entry) => entry.group === group);
          return own.length === 0 ? null : (
            <Spotlight.ActionsGroup key={group} label={t(`group.${group}`)}>
              {own.map((entry) => (
                <Spotlight.Action
                  key={entry.id}
                  label={entry.label}
                  onClick={() => {
                    showPalette(false);
                    if (entry.act === undefined) go(entry.href);
                    else entry.act();
                  }}
                />
              ))}
            </Spotlight.ActionsGroup>
          );
        })}
        {found.length === 0 ? <Spotlight.Empty>{t("nothing")}</Spotlight.Empty> : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
