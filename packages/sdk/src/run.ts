import type { Facts, LocalDate, Result } from "@jumelage/engine";

/** A rule set, ready to be run on what a caller has of somebody, on a date. */
export type Run = (facts: Facts, at: LocalDate) => Result;
