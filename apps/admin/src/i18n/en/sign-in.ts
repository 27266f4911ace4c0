export const signIn = {
  title: "Sign in",
  lead: "Jumelage is where the criteria that help direct people to the right service are written, checked and published.",
  demoTitle: "Demonstration mode",
  demo: "Choose a person: each role sees and does different things. Everything is fictitious, and stays on this installation.",
  as: "Continue as",
  production: "Signing in through your organisation is not set up on this installation yet.",
} as const;
