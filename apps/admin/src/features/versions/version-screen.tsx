// Placeholder until the screen lands.
export function VersionScreen() {
  return null;
}
