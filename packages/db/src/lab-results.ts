// Reports of the lab, remembered by the hash of what they are about. Only finished work is kept, so that an
// interrupted job leaves nothing; the shape of a report is judged by whoever reads it.
import { and, eq } from "drizzle-orm";
import type { Db, Reader } from "./db.ts";
import { labResults } from "./schema-lab.ts";

export interface LabResult {
  readonly kind: string;
  readonly hash: string;
  readonly report: unknown;
  readonly startedAt: Date;
  readonly finishedAt: Date;
}

export async function labResult(reader: Reader, kind: string, hash: string): Promise<LabResult | undefined> {
  const [row] = await reader
    .select()
    .from(labResults)
    .where(and(eq(labResults.kind, kind), eq(labResults.hash, hash)));
  return row;
}

/** Keeps a report; one for the same content takes the place of the earlier one. */
export async function keepLabResult(db: Db, result: LabResult): Promise<void> {
  const { kind, hash, ...kept } = result;
  await db
    .insert(labResults)
    .values({ kind, hash, ...kept })
    .onConflictDoUpdate({ target: [labResults.kind, labResults.hash], set: kept });
}
