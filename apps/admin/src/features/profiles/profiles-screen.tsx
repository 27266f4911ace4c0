// Placeholder until the screen lands.
export function ProfilesScreen() {
  return null;
}
