export const programs = {
  title: "Programmes",
  lead: "Chaque programme a ses critères, ses profils fictifs et ses versions publiées.",
  name: "Programme",
  inService: "En service",
  drafts: "Ébauches",
  blindEntry: "Entrer un profil sans voir les critères",
  yourRoles: "Vos rôles",
  actions: "Gestion",
  actionOn: "{action} – {name}",
  release: "Version {number}, {date}",
  never: "Jamais publié",
  noDraft: "Aucune ébauche",
  draftBy: "{status}, modifiée par {name} {when}",
  archivedOn: "Archivé le {date} : ses canaux ne servent plus, ses versions restent lisibles.",
  emptyTitle: "Aucun programme",
  empty:
    "Vous n’avez de rôle dans aucun programme. L’administration de l’installation peut vous en donner un.",
  new: {
    open: "Nouveau programme",
    title: "Nouveau programme",
    way: "Point de départ",
    from: { nothing: "Rien", program: "Un programme de cette installation", files: "Des fichiers" },
    about: {
      nothing: "Une question de sécurité et une orientation, à réécrire.",
      program: "Copie de ce qui est en service, ou de l’ébauche s’il n’a jamais été publié.",
      files: "Un jeu de critères, un programme exporté, ou une version signée d’une autre installation.",
    },
    copied: "Programme à copier",
    files: "Fichiers",
    filesHint:
      "Pour une version signée d’une autre installation, joindre le fichier de ses clés publiques (JWKS), obtenu par une voie sûre.",
    unreadable:
      "Aucun point de départ reconnu. Choisissez un seul jeu de critères, programme exporté ou version signée, avec ses clés s’il le faut.",
    name: "Titre",
    id: "Identifiant",
    idHint:
      "Il figure dans l’adresse des applications clientes et ne change plus. Lettres sans accent, chiffres, traits d’union.",
    people: "Qui y travaille",
    create: "Créer l’ébauche",
    refused: {
      exists: "Cet identifiant est déjà celui d’un programme. Choisissez-en un autre.",
      release:
        "Cette version signée n’a pas pu être vérifiée : elle a été modifiée, ou la clé qui l’a signée manque. Joignez les clés publiques de l’installation d’origine.",
      newer:
        "Cette version signée vient d’un Jumelage plus récent que celui-ci. Rien n’a été créé : mettez d’abord cette installation à jour.",
      documents: "Ces documents ne peuvent pas être lus. Rien n’a été créé. À corriger :",
    },
  },
  rename: {
    open: "Renommer",
    title: "Renommer – {name}",
    name: "Titre du programme",
    hint: "Le titre qui figure dans les versions appartient au jeu de critères et se change dans l’ébauche.",
  },
  archive: {
    open: "Archiver",
    title: "Archiver – {name}",
    text: "Les canaux de ce programme ne serviront plus : les applications clientes l’apprendront à leur prochaine lecture et garderont leur dernière version. Les versions restent lisibles, et rien n’est supprimé.",
    confirm: "Archiver le programme",
    reopen: "Remettre en service",
    reopenTitle: "Remettre en service – {name}",
    reopenText: "Les canaux de ce programme serviront de nouveau ce qu’ils servaient.",
    reopenConfirm: "Remettre le programme en service",
  },
  export: {
    open: "Exporter",
    title: "Exporter – {name}",
    lead: "Les fichiers contiennent les critères, les profils fictifs et le registre des dangers. Une autre installation peut en faire une ébauche.",
    signed: "Version en service, signée",
    release: "Version en service, à lire (JSON)",
    draft: "Ébauche « {name} » (JSON)",
  },
} as const;
