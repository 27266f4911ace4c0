// Placeholder until the screen lands.
export function CriteriaScreen() {
  return null;
}
