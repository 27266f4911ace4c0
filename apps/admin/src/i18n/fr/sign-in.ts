export const signIn = {
  title: "Connexion",
  lead: "Jumelage sert à écrire, vérifier et publier les critères qui aident à orienter les personnes vers le bon service.",
  demoTitle: "Mode démonstration",
  demo: "Choisissez une personne : chaque rôle voit et fait des choses différentes. Tout est fictif, et reste sur cette installation.",
  as: "Continuer comme",
  production: "La connexion par votre établissement n’est pas encore configurée sur cette installation.",
} as const;
