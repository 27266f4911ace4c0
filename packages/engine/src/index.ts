export * from "./model/index.ts";
export * from "./release/index.ts";
