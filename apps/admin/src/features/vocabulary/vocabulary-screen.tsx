// Placeholder until the screen lands.
export function VocabularyScreen() {
  return null;
}
