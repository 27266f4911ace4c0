// The type of the messages: the French catalogue is the model, the English one has exactly its keys.
import type { fr } from "./fr/index.ts";

/** The same tree of keys with any text at the leaves. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

export type Catalogue = Translated<typeof fr>;
