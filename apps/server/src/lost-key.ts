// A server whose signing key is not the one that its database was signed with: it could serve nobody, so it does not start.
import { existsSync } from "node:fs";
import { getReleaseEnvelope, listPointers, type Db } from "@jumelage/db";
import { signingKeyIdOf, type Text } from "@jumelage/engine";

/** What is in force was signed by a key that is not here; `text` is for people. */
export class LostKeyError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = "LostKeyError";
    this.text = text;
  }
}

/**
 * Makes sure that a signing key is not made anew where one is missing.
 * @throws LostKeyError when the database has releases in force and there is no key in `file`
 */
export async function refuseMissingKey(db: Db, file: string): Promise<void> {
  if (existsSync(file) || (await listPointers(db)).length === 0) return;
  throw new LostKeyError({
    fr: `La clé de signature manque (${file}), et la base de données contient des versions signées. Remettez-la en place d’une sauvegarde, avec ses listes; si personne ne l’a plus, faites-en une autre avec «\u00a0jumelage admin replace-lost-key\u00a0».`,
    en: `The signing key is missing (${file}), and the database holds signed releases. Put it back from a backup, with its lists; if nobody has it any more, make another with “jumelage admin replace-lost-key”.`,
  });
}

/**
 * Makes sure that what is in force can be read with the keys that count here.
 * @throws LostKeyError naming the key that signed it otherwise
 */
export async function refuseStrangeKey(db: Db, file: string, known: ReadonlySet<string>): Promise<void> {
  for (const { program, release, envelope } of await listPointers(db)) {
    const stored = await getReleaseEnvelope(db, program, release);
    for (const signed of [envelope, ...(stored ? [stored.envelope] : [])]) {
      const kid = signingKeyIdOf(signed);
      if (kid === undefined || known.has(kid)) continue;
      throw new LostKeyError({
        fr: `${program}, version ${release}, a été signée avec la clé ${kid}, que ni ${file} ni ses listes ne connaissent. Remettez ces fichiers en place d’une sauvegarde; si personne n’a plus cette clé, retirez ${file} et faites-en une autre avec «\u00a0jumelage admin replace-lost-key\u00a0».`,
        en: `${program}, release ${release}, was signed with the key ${kid}, which neither ${file} nor its lists know. Put these files back from a backup; if nobody has that key any more, take ${file} away and make another with “jumelage admin replace-lost-key”.`,
      });
    }
  }
}
