// Signed releases, pointers and receipts: their shapes, how they are sealed, and how they are opened. No cryptography, no clock,
// no network of its own: hashing, signing and verifying are ports.
export * from "./bytes.ts";
export * from "./envelope.ts";
export * from "./key-list.ts";
export * from "./open.ts";
export * from "./payload.ts";
export * from "./ports.ts";
export * from "./receipt.ts";
export * from "./seal.ts";
export * from "./suspension.ts";
export * from "./terms.ts";
export * from "./verification.ts";
