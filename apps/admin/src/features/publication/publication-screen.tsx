// Placeholder until the screen lands.
export function PublicationScreen() {
  return null;
}
