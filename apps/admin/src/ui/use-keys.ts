// Keyboard shortcuts of a screen. They rest while somebody types in a field, except those that say otherwise.
import { useHotkeys, type HotkeyItem } from "@mantine/hooks";

/** Shortcuts for as long as the component is on screen. `mod` is Ctrl, or Command on a Mac. */
export function useKeys(keys: readonly HotkeyItem[]): void {
  useHotkeys([...keys], ["INPUT", "TEXTAREA", "SELECT"]);
}
