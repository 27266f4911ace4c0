// The thread the solver runs in. Nothing but wiring: what is answered is `serve`'s work.
import { parentPort } from "node:worker_threads";
import { inContext } from "./in-context.ts";
import { loadSolver } from "./load-solver.ts";
import { serve } from "./serve.ts";
import { rememberTableReads, type FunctionTable } from "./table-reads.ts";

declare const WebAssembly: { readonly Table: { readonly prototype: FunctionTable } };

rememberTableReads(WebAssembly.Table.prototype);
serve(parentPort, inContext(await loadSolver()));
