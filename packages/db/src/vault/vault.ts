// The release vault: what was published once more, as files that outlive the database. A release and the pointer that
// names it are on the disk before the transaction commits: the other way round, a power loss between the two could take a
// release that somebody was told of. What this order can leave behind is a file that nobody was told of, and its pointer
// says so by its name until the commit is known (docs/decisions/0039).
import { join } from "node:path";
import { sha256Hex } from "../digest.ts";
import type { FileLayer } from "./file-layer.ts";

export type VaultProblem =
  /** No room is left on the disk. */
  | "vault-full"
  /** The disk refused for another reason. */
  | "vault-unwritable"
  /** It holds confirmed releases of the program that the database has lost: those come first. */
  | "vault-ahead";

/** Nothing was published, because the vault does not hold it. */
export class VaultError extends Error {
  readonly code: VaultProblem;
  constructor(code: VaultProblem, options: ErrorOptions = {}) {
    super(code, options);
    this.name = "VaultError";
    this.code = code;
  }
}

/** A pointer of the vault, by its name: the SHA-256 of what should be in it. */
export interface VaultPointer {
  readonly sha256: string;
  /** Whether it was known to be committed. One that is not may be of a publication that was interrupted. */
  readonly confirmed: boolean;
}

const kept = ".json";
const prepared = ".prepared";
const draft = ".draft";

export class Vault {
  readonly folder: string;
  readonly #files: FileLayer;
  readonly #onProblem: (error: unknown) => void;
  /** Programs of which the database has lost releases, as `settleVault` found them. */
  #ahead: ReadonlySet<string> = new Set();

  private constructor(folder: string, files: FileLayer, onProblem: (error: unknown) => void) {
    this.folder = folder;
    this.#files = files;
    this.#onProblem = onProblem;
  }

  /**
   * Opens the vault in a folder, made if need be.
   * @param onProblem told what failed where nobody has to wait for it
   */
  static async open(
    folder: string,
    files: FileLayer,
    onProblem: (error: unknown) => void = () => undefined,
  ): Promise<Vault> {
    const vault = new Vault(folder, files, onProblem);
    await files.makeFolder(vault.#releases);
    await files.makeFolder(vault.#pointers);
    await files.syncFolder(folder);
    await files.syncFolder(join(folder, ".."));
    return vault;
  }

  get #releases(): string {
    return join(this.folder, "releases");
  }

  get #pointers(): string {
    return join(this.folder, "pointers");
  }

  /** Refuses to publish in these programs: numbers would be given twice. */
  markAhead(programs: ReadonlySet<string>): void {
    this.#ahead = programs;
  }

  /**
   * Puts a release and its pointer where a power loss does not reach them, for a transaction that is about to commit.
   * @throws VaultError, and nothing half-written is left under a name that counts
   */
  async prepare(what: {
    readonly program: string;
    readonly release: Uint8Array;
    readonly pointer: Uint8Array;
  }): Promise<void> {
    if (this.#ahead.has(what.program)) throw new VaultError("vault-ahead");
    try {
      await this.#write(this.#releases, what.release, kept);
      await this.#write(this.#pointers, what.pointer, prepared);
    } catch (cause) {
      const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
      throw new VaultError(["ENOSPC", "EDQUOT"].includes(code) ? "vault-full" : "vault-unwritable", {
        cause,
      });
    }
  }

  /**
   * Says that a pointer was committed. Its bytes are safe by then, or, for a channel that was moved, no reason to leave
   * the move undone: what fails here is told and mended at the next start.
   */
  async confirm(pointer: Uint8Array): Promise<void> {
    try {
      const name = join(this.#pointers, await sha256Hex(pointer));
      if (!(await this.#files.rename(name + prepared, name + kept)))
        return await this.#write(this.#pointers, pointer, kept);
      await this.#files.syncFolder(this.#pointers);
    } catch (error) {
      this.#onProblem(error);
    }
  }

  /** Takes away a pointer that was prepared and never committed. */
  async withdraw(sha256: string): Promise<void> {
    await this.#files.remove(join(this.#pointers, sha256 + prepared));
    await this.#files.syncFolder(this.#pointers);
  }

  /** Adds a release that the database has already. */
  async keepRelease(release: Uint8Array): Promise<void> {
    await this.#write(this.#releases, release, kept);
  }

  /** The names of its releases: the hashes of what should be in them. */
  releaseNames(): Promise<readonly string[]> {
    return this.#named(this.#releases, kept);
  }

  async release(sha256: string): Promise<Uint8Array | undefined> {
    return this.#files.read(join(this.#releases, sha256 + kept));
  }

  /** The names of its pointers, and whether each was known to be committed. */
  async pointerNames(): Promise<readonly VaultPointer[]> {
    const of = async (ending: string, confirmed: boolean): Promise<readonly VaultPointer[]> =>
      (await this.#named(this.#pointers, ending)).map((sha256) => ({ sha256, confirmed }));
    return [...(await of(kept, true)), ...(await of(prepared, false))];
  }

  async pointer({ sha256, confirmed }: VaultPointer): Promise<Uint8Array | undefined> {
    return this.#files.read(join(this.#pointers, sha256 + (confirmed ? kept : prepared)));
  }

  async #named(folder: string, ending: string): Promise<readonly string[]> {
    const names = await this.#files.list(folder);
    return names
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .toSorted();
  }

  /** A file is under its name whole, or not at all; and once this returns, it stays there. */
  async #write(folder: string, bytes: Uint8Array, ending: string): Promise<void> {
    const name = join(folder, await sha256Hex(bytes));
    try {
      const file = await this.#files.create(name + draft);
      try {
        await file.write(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await this.#files.rename(name + draft, name + ending);
      await this.#files.syncFolder(folder);
    } catch (error) {
      await this.#files.remove(name + draft).catch(this.#onProblem);
      throw error;
    }
  }
}
