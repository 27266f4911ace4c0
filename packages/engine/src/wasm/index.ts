// Small WebAssembly modules, made byte by byte.
export { code, i32, moduleBytes, v128 } from "./bytes.ts";
export { runModule, type Running } from "./platform.ts";
