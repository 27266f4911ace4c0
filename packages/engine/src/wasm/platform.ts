// The part of the platform's WebAssembly that is used here, as this package's library has no types for it.

interface Platform {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (module: object) => { readonly exports: Running };
}

/** A module of `moduleBytes` that runs. */
export interface Running {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly run: (argument: number) => number;
}

/** @throws where there is no WebAssembly with vectors, or a content security policy forbids it */
export function runModule(bytes: Uint8Array<ArrayBuffer>): Running {
  const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: Platform }).WebAssembly;
  return new Instance(new Module(bytes)).exports;
}
