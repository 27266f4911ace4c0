// The packed form, built and packed as a release of it would be, in a folder of its own.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

export interface Packed {
  readonly tarball: string;
  /** What is in it, unpacked. */
  readonly folder: string;
}

/** Builds into `folder`. */
export async function pack(folder: string): Promise<Packed> {
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, "../build.ts"), folder]);
  return { tarball: join(folder, "jumelage-sdk.tgz"), folder: join(folder, "package") };
}
