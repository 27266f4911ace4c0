// Placeholder until the screen lands.
export function VersionsScreen() {
  return null;
}
