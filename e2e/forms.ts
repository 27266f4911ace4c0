// The forms and dialogs of the console in which something has to be written, in French: how each is opened, what goes on from
// there, and what does not fit its fields.
import type { Locator, Page } from "playwright-core";
import { homePath, peoplePath, programPaths } from "../apps/admin/src/paths.ts";
import { selfCare } from "../apps/server/test/clients.ts";
import type { Person } from "./screens.ts";

/** Something typed that the form cannot take, and what it is to say of it. */
export interface Fault {
  readonly field: string | RegExp;
  readonly typed: string;
  readonly says: RegExp;
}

export interface Form {
  readonly name: string;
  readonly who: Person;
  readonly path: string;
  /** Opens it; where it is then. */
  readonly open: (page: Page) => Promise<Locator>;
  /** The button that goes on; null where nothing has to be pressed. */
  readonly go: string | RegExp | null;
  /** Whether it can be sent empty: nothing is lacking then. */
  readonly lacksWhenEmpty: boolean;
  readonly faults: readonly Fault[];
}

const paths = programPaths(selfCare);
const tooLong = (most: number): RegExp => new RegExp(`^Au plus ${most} caractères; ce texte en a \\d+`, "u");
const long = "mot ".repeat(600);

const inDialog =
  (button: string | RegExp) =>
  async (page: Page): Promise<Locator> => {
    await page.getByRole("button", { name: button }).first().press("Enter");
    return page.getByRole("dialog");
  };

/** A dialog of the vocabulary. */
const grown = (name: string, button: string | RegExp, faults: readonly Fault[]): Form => ({
  name,
  who: "Camille",
  path: paths.vocabulary,
  open: inDialog(button),
  go: "Ajouter",
  lacksWhenEmpty: true,
  faults,
});

export const forms: readonly Form[] = [
  grown("new-fact", "Ajouter un renseignement", [
    { field: "Question posée (Français)", typed: long, says: tooLong(1300) },
    { field: "Question posée (Anglais)", typed: "", says: /^Entrez la question, dans les deux langues/u },
    { field: /^Nom pour les applications/, typed: "phq9Total", says: /déjà|autre/u },
    { field: /^Nom pour les applications/, typed: "été !", says: /lettre/u },
  ]),
  grown("new-threshold", "Ajouter un seuil", [
    { field: "Valeur", typed: "", says: /^Entrez la valeur, un nombre/u },
    { field: "Valeur", typed: "douze", says: /^Entrez un nombre/u },
    { field: "Nom (Français)", typed: " ", says: /^Entrez le nom, dans les deux langues/u },
    { field: "Raison d’être (Anglais)", typed: long, says: tooLong(1300) },
  ]),
  grown("new-condition", "Ajouter une condition nommée", [
    { field: "Nom (Français)", typed: "", says: /^Entrez le nom, dans les deux langues/u },
  ]),
  grown("new-decision", "Ajouter une décision", [
    { field: "Ce qui est décidé (Anglais)", typed: "", says: /^Entrez ce qui est décidé/u },
    { field: "Message (Français)", typed: "", says: /^Entrez le message/u },
  ]),
  grown("new-outcome", /^Ajouter une orientation – /, [
    { field: "Libellé (Français)", typed: "", says: /^Entrez le nom, dans les deux langues/u },
    { field: "Message (Anglais)", typed: long, says: tooLong(1300) },
  ]),
  grown("new-source", "Ajouter un document", [
    { field: "Titre du document (Français)", typed: "", says: /^Entrez le titre/u },
    { field: /^Adresse/, typed: "http://exemple.ca", says: /^Entrez une adresse complète.*https/u },
    { field: /^Adresse/, typed: "pas une adresse", says: /^Entrez une adresse complète.*https/u },
  ]),
  grown("new-statement", /^Ajouter un énoncé – /, [
    { field: "Ce que dit le document (Français)", typed: "", says: /^Entrez ce que dit le document/u },
    { field: /^Où dans le document/, typed: "", says: /^Entrez l’endroit dans le document/u },
  ]),
  {
    name: "profile",
    who: "Camille",
    path: paths.profile("PA03"),
    open: (page) => Promise.resolve(page.locator("main")),
    go: null,
    lacksWhenEmpty: false,
    faults: [
      { field: "Titre du profil (Français)", typed: "", says: /^Ce texte ne peut pas rester vide/u },
      {
        field: "Titre du profil (Anglais)",
        typed: "Call 514 555-0199",
        says: /^Ceci ressemble à un numéro de téléphone/u,
      },
      { field: "Titre du profil (Français)", typed: long, says: tooLong(1300) },
    ],
  },
  {
    name: "new-program",
    who: "Sacha",
    path: homePath,
    open: inDialog("Nouveau programme"),
    go: "Créer l’ébauche",
    lacksWhenEmpty: true,
    faults: [
      { field: "Titre (Français)", typed: "", says: /^Entrez le titre, dans les deux langues/u },
      { field: "Titre (Anglais)", typed: long, says: tooLong(1300) },
      { field: /^Identifiant/, typed: "Été 2026", says: /^Entrez des lettres minuscules/u },
      { field: /^Nom de l’ébauche/, typed: "", says: /^Entrez le nom de l’ébauche/u },
    ],
  },
  {
    name: "rename-program",
    who: "Sacha",
    path: homePath,
    open: inDialog(/^Renommer/),
    go: "Enregistrer",
    lacksWhenEmpty: false,
    faults: [
      { field: "Titre du programme (Français)", typed: "", says: /^Entrez le titre, dans les deux langues/u },
    ],
  },
  {
    name: "add-person",
    who: "Sacha",
    path: peoplePath,
    open: inDialog("Ajouter une personne"),
    go: "Ajouter",
    lacksWhenEmpty: true,
    faults: [
      { field: "Nom complet", typed: long, says: /^Entrez le nom de la personne/u },
      { field: "Adresse courriel", typed: "sans arobase", says: /^Entrez une adresse courriel complète/u },
      { field: "Fonction (Anglais)", typed: "", says: /^Entrez la fonction, dans les deux langues/u },
      { field: /^Identifiant/, typed: "1 été", says: /^Entrez des lettres minuscules/u },
    ],
  },
  {
    name: "new-app",
    who: "Sacha",
    path: paths.applications,
    open: inDialog("Nouvelle application"),
    go: "Créer l’application et sa clé",
    lacksWhenEmpty: true,
    faults: [
      { field: "Nom de l’application", typed: "", says: /^Écrivez le nom de l’application/u },
      { field: "Nom de l’application", typed: long, says: /^Écrivez le nom de l’application/u },
      { field: /^Identifiant/, typed: "Été !", says: /^Entrez des lettres minuscules/u },
    ],
  },
  {
    name: "new-webhook",
    who: "Sacha",
    path: paths.applications,
    open: inDialog("Nouvel avis"),
    go: "Créer l’avis",
    lacksWhenEmpty: true,
    faults: [
      { field: /^Adresse avisée/, typed: "http://ailleurs.test", says: /^Entrez une adresse en https/u },
      { field: /^Adresse avisée/, typed: "nulle part", says: /^Entrez une adresse en https/u },
    ],
  },
  {
    name: "new-cds-client",
    who: "Sacha",
    path: paths.applications,
    open: inDialog("Nouveau client"),
    go: "Enregistrer le client",
    lacksWhenEmpty: true,
    faults: [
      { field: /^Émetteur/, typed: "", says: /^Entrez l’émetteur/u },
      { field: /^Clés publiques/, typed: "{ pas du JSON", says: /^Collez un jeu de clés publiques/u },
    ],
  },
  {
    name: "plan",
    who: "Alex",
    path: paths.versions,
    async open(page) {
      await page
        .getByRole("button", { name: /^Changer de version$/ })
        .first()
        .press("Enter");
      const form = page.getByRole("form", { name: "Changer de version" });
      await form.getByRole("radio", { name: "À un jour et une heure" }).check();
      return form;
    },
    go: /^(Prévoir|Passer|Revenir|Promouvoir)/,
    lacksWhenEmpty: true,
    faults: [
      { field: /^Jour et heure/, typed: "2020-01-01T10:00", says: /^Ce moment est passé/u },
      { field: /^Jour et heure/, typed: "2099-01-01T10:00", says: /an/u },
      { field: /^Raison/, typed: "", says: /^Indiquez la raison/u },
      { field: /^Raison/, typed: long, says: tooLong(2000) },
    ],
  },
  {
    name: "suspend",
    who: "Alex",
    path: paths.versions,
    async open(page) {
      await page.getByRole("button", { name: "Mettre hors service" }).first().press("Enter");
      return page.getByRole("form", { name: "Mettre hors service" });
    },
    go: "Mettre hors service",
    lacksWhenEmpty: true,
    faults: [{ field: /^Raison/, typed: "  ", says: /^Indiquez la raison/u }],
  },
];
