// Placeholder until the screen lands.
export function ProgramsScreen() {
  return null;
}
