// `jumelage admin …`: what whoever operates an installation does beside the console.
import type { Command } from "commander";
import { createUser, type CreateUserOptions } from "./commands/create-user.ts";
import type { Commands } from "./program.ts";

/** Declares the commands below `admin`. */
export function describeAdmin(admin: Command, { lang, io, done, words, command }: Commands): void {
  command(
    admin,
    "create-user",
    "ajoute une personne, ou lui donne un nouveau lien pour choisir son mot de passe",
    "adds a person, or gives them a new link to choose a password by",
  )
    .requiredOption("--email <address>", words("adresse courriel", "e-mail address"))
    .option("--name <name>", words("nom, pour une nouvelle personne", "name, for a new person"))
    .option("--title <text>", words("fonction", "what they do"))
    .option("--admin", words("administre l’installation", "administers the installation"))
    .option(
      "--role <program:role>",
      words("rôle dans un programme, autant de fois qu’il en faut", "role in a program, as often as needed"),
      (value: string, before: readonly string[]) => [...before, value],
      [],
    )
    .action(async (options: Omit<CreateUserOptions, "lang">) =>
      done(await createUser({ ...options, lang }, io)),
    );
}
