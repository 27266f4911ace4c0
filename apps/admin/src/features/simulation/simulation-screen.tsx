// Placeholder until the screen lands.
export function SimulationScreen() {
  return null;
}
