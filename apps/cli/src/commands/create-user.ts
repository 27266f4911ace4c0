// `jumelage admin create-user`: adds a person, or gives one who is there a new link to choose a password by. It is how
// the first administrator comes to be, and how a lost password is replaced when nobody can sign in.
import { createHash, randomBytes } from "node:crypto";
import {
  createPerson,
  getPerson,
  getProgram,
  giveSignInLink,
  inTransaction,
  listPeople,
  roles,
  setAdmin,
  setRole,
  type Act,
  type Role,
  type Tx,
} from "@jumelage/db";
import type { Lang } from "@jumelage/engine";
import { withInstallation } from "../installation.ts";
import { say } from "../messages.ts";
import { Unusable, type Io, type Outcome } from "../outcome.ts";

export interface CreateUserOptions {
  readonly email: string;
  readonly name?: string;
  readonly title?: string;
  readonly admin?: boolean;
  /** `program:role`, as often as needed. */
  readonly role: readonly string[];
  readonly lang: Lang;
}

/** Adds a person and prints a one-time link, which nobody can read again later. */
export async function createUser(options: CreateUserOptions, io: Io): Promise<Outcome> {
  const { lang } = options;
  const email = options.email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new Unusable("not-an-address", { what: options.email });
  const grants = options.role.map(grantOf);
  const token = randomBytes(32).toString("base64url");
  const made = await withInstallation(io, lang, ({ db }) =>
    inTransaction(db, (tx) =>
      addOrFind(tx, { ...options, email, grants, token }, { by: "operator", at: new Date(io.now()) }),
    ),
  );
  const base = (io.env?.["JUMELAGE_PUBLIC_URL"] ?? "http://127.0.0.1:4310").replace(/\/+$/, "");
  const link = `${base}${made.path}`;
  return {
    document: { person: made.id, created: made.created, link },
    lines: [
      say(lang, made.created ? "user-created" : "user-found", { who: made.name, id: made.id }),
      say(lang, "user-link"),
      link,
    ],
    findings: false,
  };
}

interface Grant {
  readonly program: string;
  readonly role: Role;
}

function grantOf(text: string): Grant {
  const [program = "", role = ""] = text.split(":");
  const known = roles.find((r) => r === role);
  if (program === "" || known === undefined)
    throw new Unusable("not-a-role", { what: text, roles: roles.join(", ") });
  return { program, role: known };
}

async function addOrFind(
  tx: Tx,
  person: CreateUserOptions & { readonly grants: readonly Grant[]; readonly token: string },
  act: Act,
): Promise<{
  readonly id: string;
  readonly name: string;
  readonly created: boolean;
  /** Of the link, below the server's own. */
  readonly path: string;
}> {
  const found = (await listPeople(tx)).find((p) => p.email === person.email);
  const name = found?.name ?? person.name?.trim() ?? "";
  if (name === "") throw new Unusable("no-name");
  const id = found?.id ?? (await freeId(tx, name));
  if (!found) {
    const title = person.title ?? "";
    await createPerson(tx, act, { id, name, title: { fr: title, en: title }, email: person.email });
  }
  if (person.admin === true) await setAdmin(tx, act, { person: id, admin: true });
  for (const { program, role } of person.grants) {
    if (!(await getProgram(tx, program))) throw new Unusable("no-such-program", { what: program });
    await setRole(tx, act, { person: id, program, role, granted: true });
  }
  const tokenHash = createHash("sha256").update(person.token).digest("hex");
  const { path } = await giveSignInLink(tx, act, { person: id, token: person.token, tokenHash });
  return { id, name, created: !found, path };
}

/** `Lou Gervais` is `lou-gervais`, or `lou-gervais-2` where that one is somebody else. */
async function freeId(tx: Tx, name: string): Promise<string> {
  const plain = name
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const base = /^[a-z]/.test(plain) ? plain.slice(0, 50) : `p-${plain.slice(0, 50)}`;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!(await getPerson(tx, id))) return id;
  }
}
