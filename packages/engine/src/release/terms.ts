// What a program may ask of its pointers and of its releases, in time.
import { z } from "zod";

/** So many hours after it was issued, a pointer ends for good where it cannot be renewed: never less than two of its days. */
export const hardExpiryHoursSchema = z.int().min(48).max(8760);
/** So many months after it was published, a release is due to be looked at again. */
export const reviewMonthsSchema = z.int().min(1).max(60);
