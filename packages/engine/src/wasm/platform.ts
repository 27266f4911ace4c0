// The part of the platform's WebAssembly that is used in this repository, as the library of the pure packages has no
// types for it.

export interface Memory {
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
  /** Adds so many pages of 64 KiB; buffers taken before are of no use any more. */
  readonly grow: (pages: number) => number;
}

/** A compiled module: immutable, and may be sent to another thread. */
export interface Module {
  readonly [Symbol.toStringTag]?: string;
}

interface Platform {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => Module;
  readonly Instance: new (module: Module, given?: object) => { readonly exports: object };
  readonly Memory: new (limits: { initial: number; maximum?: number; shared?: boolean }) => Memory;
}

const platform = (): Platform => (globalThis as unknown as { readonly WebAssembly: Platform }).WebAssembly;

export function compileModule(bytes: Uint8Array<ArrayBuffer>): Module {
  const { Module } = platform();
  return new Module(bytes);
}

/** What a module exports, of a type that whoever made its bytes knows. `memory` is for one that wants to be given it. */
export function instantiate(module: Module, memory?: Memory): object {
  const { Instance } = platform();
  return new Instance(module, memory && { env: { memory } }).exports;
}

/** Memory of so many pages of 64 KiB, that may grow. @throws RangeError when there is not that much */
export function newMemory(pages: number, sharedUpTo?: number): Memory {
  const { Memory } = platform();
  return new Memory(
    sharedUpTo === undefined ? { initial: pages } : { initial: pages, maximum: sharedUpTo, shared: true },
  );
}

/** A module of `moduleBytes` that runs. */
export interface Running {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly run: (argument: number) => number;
}

/** @throws where there is no WebAssembly with vectors, or a content security policy forbids it */
export function runModule(bytes: Uint8Array<ArrayBuffer>): Running {
  return instantiate(compileModule(bytes)) as Running;
}
