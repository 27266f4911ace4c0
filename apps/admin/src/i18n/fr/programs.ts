export const programs = {
  title: "Programmes",
  lead: "Chaque programme a ses critères, ses profils fictifs et ses versions publiées.",
  name: "Programme",
  inService: "En service",
  draft: "Ébauche",
  blindEntry: "Entrer un profil sans voir les critères",
  yourRoles: "Vos rôles",
  release: "Version {number}, {date}",
  never: "Jamais publié",
  noDraft: "Aucune ébauche",
  draftBy: "{status}, modifiée par {name} {when}",
  emptyTitle: "Aucun programme",
  empty:
    "Vous n’avez de rôle dans aucun programme. L’administration de l’installation peut vous en donner un.",
} as const;
