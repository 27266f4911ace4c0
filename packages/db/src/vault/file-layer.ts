// The few things the vault asks of a disk, each on its own, so that a test can lose whatever was never synced.
import { mkdir, open, readFile, readdir, rename, rm } from "node:fs/promises";

/** A file being written: nothing of it is sure to outlive a power loss before `sync`. */
export interface OpenFile {
  write(bytes: Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Files and folders. A new name, or one taken away, is sure to last only once its folder is synced. */
export interface FileLayer {
  /** Makes a folder and those above it; one that is there stays as it is. */
  makeFolder(folder: string): Promise<void>;
  /** The names in a folder; none where there is no folder. */
  list(folder: string): Promise<readonly string[]>;
  read(file: string): Promise<Uint8Array | undefined>;
  /** Opens a file for writing, emptied where it was there. */
  create(file: string): Promise<OpenFile>;
  /** `false` when there is no such file. */
  rename(from: string, to: string): Promise<boolean>;
  remove(file: string): Promise<void>;
  syncFolder(folder: string): Promise<void>;
}

/** The disk of this machine. */
export const disk: FileLayer = {
  async makeFolder(folder) {
    await mkdir(folder, { recursive: true, mode: 0o755 });
  },
  list: (folder) => readdir(folder).catch(absent<readonly string[]>([])),
  read: (file) => readFile(file).catch(absent(undefined)),
  async create(file) {
    const handle = await open(file, "w", 0o644);
    return {
      write: (bytes) => handle.writeFile(bytes),
      sync: () => handle.sync(),
      close: () => handle.close(),
    };
  },
  rename: (from, to) => rename(from, to).then(() => true, absent(false)),
  remove: (file) => rm(file, { force: true }),
  async syncFolder(folder) {
    // Windows has no way to sync a folder, and needs none.
    if (process.platform === "win32") return;
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};

/** What stands for something that is not there; every other failure goes on. */
function absent<T>(instead: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return instead;
    throw error;
  };
}
