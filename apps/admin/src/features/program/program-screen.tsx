// Placeholder until the screen lands.
export function ProgramScreen() {
  return null;
}
