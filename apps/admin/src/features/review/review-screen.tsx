// Placeholder until the screen lands.
export function ReviewScreen() {
  return null;
}
