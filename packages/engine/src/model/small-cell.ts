// How few persons are too few to be counted in sight of others.
import { z } from "zod";

/** The least that any program may choose. */
export const leastSmallCell = 5;
export const mostSmallCell = 100;

/** Fewer persons than this are told as "fewer than this", and what is told is rounded to it. */
export const smallCellSchema = z.int().min(leastSmallCell).max(mostSmallCell);
