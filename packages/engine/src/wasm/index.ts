// Making and running small WebAssembly modules.
export { code, i32, i64, moduleBytes, unsigned, v128, type WasmFunction, type WasmMemory } from "./bytes.ts";
export { compileModule, instantiate, newMemory, type Memory, type Module } from "./platform.ts";
