// A disk in memory that loses, when the power goes, whatever was not synced: any of the names that changed in a folder, any
// part of the bytes of a file. It can also be full at any step.
import type { Chance } from "@jumelage/engine/test/arbitraries";
import type { FileLayer, OpenFile } from "../src/vault/file-layer.ts";

interface Inode {
  bytes: Uint8Array;
  /** What a power loss leaves; absent before the first sync. */
  synced?: Uint8Array;
}
interface Folder {
  readonly now: Map<string, Inode | Folder>;
  readonly synced: Map<string, Inode | Folder>;
  pending: ((names: Map<string, Inode | Folder>) => void)[];
}

/** The power is off: nothing answers any more. */
export class PowerCut extends Error {}

const emptyFolder = (): Folder => ({ now: new Map(), synced: new Map(), pending: [] });
const isFolder = (node: Inode | Folder | undefined): node is Folder => node !== undefined && "now" in node;

export class LosingDisk implements FileLayer {
  /** How many steps were taken. */
  steps = 0;
  /** The step at which the power goes. */
  cutAt = Infinity;
  /** The step at which there is no room, and then there is again. */
  fullAt = Infinity;
  /** What each step waits for. */
  slow: (() => Promise<unknown>) | undefined;
  #root = emptyFolder();

  get isCut(): boolean {
    return this.steps > this.cutAt;
  }

  /** Takes what was not synced, or any part of it, and switches the power on again. */
  losePower(chance: Chance): void {
    const left = (folder: Folder): Folder => {
      const names = new Map(folder.synced);
      for (const change of folder.pending) if (chance.below(2) === 0) change(names);
      const kept = new Map(
        [...names].map(([name, node]) => [name, isFolder(node) ? left(node) : whatIsLeft(node)]),
      );
      return { now: kept, synced: new Map(kept), pending: [] };
    };
    const whatIsLeft = (file: Inode): Inode => {
      if (file.synced) return { bytes: file.synced, synced: file.synced };
      const { length } = file.bytes;
      const kept = [
        new Uint8Array(),
        new Uint8Array(length),
        file.bytes,
        file.bytes.slice(0, chance.below(length + 1)),
      ];
      const bytes = kept[chance.below(kept.length)] ?? new Uint8Array();
      return { bytes, synced: bytes };
    };
    this.#root = left(this.#root);
    this.cutAt = Infinity;
  }

  /** Turns one bit of a file. */
  flip(path: string, bit: number): void {
    const file = this.#find(path);
    if (!file || isFolder(file)) throw new Error(`no file ${path}`);
    file.bytes = file.bytes.slice();
    const at = (bit >> 3) % file.bytes.length;
    file.bytes[at] = (file.bytes[at] ?? 0) ^ (1 << (bit & 7));
  }

  async makeFolder(path: string): Promise<void> {
    await this.#step();
    let at = this.#root;
    for (const name of parts(path)) {
      const there = at.now.get(name);
      const next = isFolder(there) ? there : emptyFolder();
      if (next !== there) change(at, (names) => void names.set(name, next));
      at = next;
    }
  }

  async list(path: string): Promise<readonly string[]> {
    this.#alive();
    const folder = this.#find(path);
    return isFolder(folder) ? [...folder.now.keys()] : [];
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    this.#alive();
    const file = this.#find(path);
    return file === undefined || isFolder(file) ? undefined : file.bytes.slice();
  }

  async create(path: string): Promise<OpenFile> {
    await this.#step();
    const file: Inode = { bytes: new Uint8Array() };
    const { folder, name } = this.#place(path);
    change(folder, (names) => void names.set(name, file));
    return {
      write: async (bytes) => {
        // A disk that fills up has taken the first half.
        file.bytes = bytes.slice(0, bytes.length >> 1);
        await this.#step();
        file.bytes = bytes.slice();
      },
      sync: async () => {
        await this.#step();
        file.synced = file.bytes;
      },
      close: async () => undefined,
    };
  }

  async rename(from: string, to: string): Promise<boolean> {
    await this.#step();
    const { folder, name } = this.#place(from);
    const file = folder.now.get(name);
    if (!file) return false;
    const after = this.#place(to).name;
    change(folder, (names) => {
      names.delete(name);
      names.set(after, file);
    });
    return true;
  }

  async remove(path: string): Promise<void> {
    this.#alive();
    const { folder, name } = this.#place(path);
    if (folder.now.has(name)) change(folder, (names) => void names.delete(name));
  }

  async syncFolder(path: string): Promise<void> {
    await this.#step();
    const folder = this.#find(path);
    if (!isFolder(folder)) return;
    for (const apply of folder.pending.splice(0)) apply(folder.synced);
  }

  #alive(): void {
    if (this.isCut) throw new PowerCut();
  }

  async #step(): Promise<void> {
    await this.slow?.();
    const step = this.steps++;
    this.#alive();
    if (step === this.fullAt) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  }

  #find(path: string): Inode | Folder | undefined {
    let at: Inode | Folder | undefined = this.#root;
    for (const name of parts(path)) at = isFolder(at) ? at.now.get(name) : undefined;
    return at;
  }

  #place(path: string): { folder: Folder; name: string } {
    const all = parts(path);
    const folder = this.#find(all.slice(0, -1).join("/"));
    if (!isFolder(folder)) throw new Error(`no folder for ${path}`);
    return { folder, name: all.at(-1) ?? "" };
  }
}

function change(folder: Folder, apply: (names: Map<string, Inode | Folder>) => void): void {
  apply(folder.now);
  folder.pending.push(apply);
}

const parts = (path: string): string[] => path.split("/").filter((part) => part !== "" && part !== ".");
