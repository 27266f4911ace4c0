// The sizes of paper that something can be printed on, by the names that CSS has for them.
export const papers = ["letter", "a4"] as const;
export type Paper = (typeof papers)[number];
