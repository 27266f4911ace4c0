// Small WebAssembly modules, made byte by byte.
export { code, i32, i64, moduleBytes, moduleOf, v128, type WasmFunction, type WasmMemory } from "./bytes.ts";
export {
  compileModule,
  instantiate,
  newMemory,
  runModule,
  type Memory,
  type Module,
  type Running,
} from "./platform.ts";
