// Somebody else's site on this machine: pages of an application that installed the SDK from the server, under a content
// security policy that lets no code be made from text and no other server be called.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { promisify } from "node:util";

export interface Site {
  /** The origin of its pages. */
  readonly origin: string;
  /** The folder of the application, in which it is installed and built. */
  readonly folder: string;
  /** Writes a file of the application. */
  readonly write: (path: string, text: string) => Promise<void>;
  /** Says which folder is served, and the one server its pages may call. */
  readonly serve: (what: { readonly from: string; readonly calling: string }) => void;
  readonly stop: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** An empty application, and a server for it that has nothing to serve yet. */
export async function startSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), "jumelage-site-"));
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  let served: { readonly from: string; readonly calling: string } | undefined;
  const server = createServer((request, response) => {
    void answer(request.url ?? "/", response);
  });
  async function answer(url: string, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(url, "http://site.invalid");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const calling = served?.calling ?? "'none'";
    try {
      const bytes = await readFile(join(served?.from ?? folder, path));
      response.setHeader(
        "content-security-policy",
        `default-src 'none'; script-src 'self'; worker-src 'self'; connect-src ${calling}; base-uri 'none'`,
      );
      response.setHeader("content-type", types[extname(path)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    folder,
    async write(path, text) {
      const file = join(folder, path);
      await mkdir(join(file, ".."), { recursive: true });
      await writeFile(file, text);
    },
    serve(what) {
      served = what;
    },
    async stop() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Builds the application in `app` into `built` by Vite's own command. */
export async function built(folder: string): Promise<void> {
  const vite = join(import.meta.dirname, "node_modules/vite/bin/vite.js");
  const out = ["--outDir", join(folder, "built"), "--emptyOutDir", "--logLevel", "warn"];
  await promisify(execFile)(process.execPath, [vite, "build", join(folder, "app"), ...out], {
    // As a developer runs it: what tests run in is another environment, with another React.
    env: { PATH: process.env["PATH"] },
  });
}

/** Installs a package from where a server offers it, as its users would, and what is at hand here without a registry. */
export async function install(folder: string, from: string, atHand: readonly string[]): Promise<void> {
  await promisify(execFile)("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", from], {
    cwd: folder,
  });
  for (const name of atHand) {
    const own = await realpath(join(import.meta.dirname, "node_modules", name));
    await symlink(own, join(folder, "node_modules", name));
  }
}
