// The keys that work everywhere in a program: the palette, the list of shortcuts. Both are fetched when first asked for.
import { useLocation } from "@tanstack/react-router";
import { useHotkeys } from "@mantine/hooks";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { useWorkspace } from "../draft/use-draft.ts";
import { programPaths } from "../paths.ts";
import { fetchPart } from "../ui/fetch-part.ts";
import { useKeys } from "../ui/use-keys.ts";
import { showPalette, usePaletteOpen } from "./palette-store.ts";

const ProgramPalette = lazy(async () => ({
  default: (await fetchPart(() => import("./program-palette.tsx"))).ProgramPalette,
}));
const ShortcutsDialog = lazy(async () => ({
  default: (await fetchPart(() => import("./shortcuts-dialog.tsx"))).ShortcutsDialog,
}));

export function ProgramKeys(): ReactNode {
  const { program } = useWorkspace();
  const { pathname } = useLocation();
  const open = usePaletteOpen();
  const [asked, setAsked] = useState(open);
  if (open && !asked) setAsked(true);
  const [help, setHelp] = useState(false);
  const paths = programPaths(program);
  const screen = (["simulation", "review"] as const).find((name) => pathname === paths[name]);
  // From a field too: it types nothing.
  useHotkeys([["mod+K", () => showPalette(true)]], []);
  // Where the mark is on a keyboard differs, and with it whether Shift is held.
  useKeys([
    ["?", () => setHelp(true)],
    ["shift+?", () => setHelp(true)],
  ]);
  return (
    <Suspense fallback={null}>
      {asked ? <ProgramPalette /> : null}
      {help ? <ShortcutsDialog screen={screen} onClose={() => setHelp(false)} /> : null}
    </Suspense>
  );
}
