// What the environment says, judged once at start: every problem is listed, by name, and nothing is guessed.
import path from "node:path";
import { z } from "zod";

export type Mode = "demo" | "production";

export interface Env {
  readonly host: string;
  /** 0: whatever port is free. */
  readonly port: number;
  /** Absent: an embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly mode: Mode;
  readonly publicUrl: string | undefined;
  readonly sessionSecret: string | undefined;
  readonly signingKeyFile: string | undefined;
  /** Where people sign in, besides with a password of this installation. */
  readonly provider: ProviderEnv | undefined;
  /** The hosts webhooks may be sent to, by name, with a port where it is not 443. */
  readonly webhookHosts: readonly string[];
  readonly logLevel: LogLevel;
  /** Where measures are served; absent: nowhere. 0: whatever port is free. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
}

/** An OpenID Connect provider. */
export interface ProviderEnv {
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a public client. */
  readonly clientSecret: string | undefined;
  /** As people know it. */
  readonly name: string;
}

export const logLevels = ["fatal", "error", "warn", "info", "debug", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** The environment cannot be used; one line a problem, each naming its variable. */
export class EnvError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "EnvError";
    this.problems = problems;
  }
}

/** Names with a dot in them, and never addresses: `hooks.example.org,hooks.example.org:8443`. */
const host = String.raw`(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?(?::\d{1,5})?`;
const hostList = new RegExp(`^(?:${host}(?: *, *${host})*)?$`);

const schema = z.object({
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4310),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  JUMELAGE_DATA_DIR: z.string().min(1).default(".jumelage"),
  JUMELAGE_MODE: z.enum(["demo", "production"]).optional(),
  JUMELAGE_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  JUMELAGE_SESSION_SECRET: z.string().min(32).optional(),
  JUMELAGE_SIGNING_KEY_FILE: z.string().min(1).optional(),
  JUMELAGE_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  JUMELAGE_OIDC_CLIENT_ID: z.string().min(1).optional(),
  JUMELAGE_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  JUMELAGE_OIDC_NAME: z.string().min(1).max(60).optional(),
  JUMELAGE_WEBHOOK_HOSTS: z.string().regex(hostList).default(""),
  LOG_LEVEL: z.enum(logLevels).default("info"),
  JUMELAGE_METRICS_HOST: z.string().min(1).default("127.0.0.1"),
  JUMELAGE_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
});

const hints: Readonly<Record<string, string>> = {
  PORT: "a whole number from 0 to 65535",
  DATABASE_URL: "a URL that begins with postgres:// or postgresql://",
  JUMELAGE_MODE: "demo or production",
  JUMELAGE_PUBLIC_URL: "the http(s) URL people and apps reach this server at",
  JUMELAGE_SESSION_SECRET: "at least 32 characters, chosen at random",
  JUMELAGE_SIGNING_KEY_FILE: "a file that holds an Ed25519 private key (PKCS #8, PEM)",
  JUMELAGE_OIDC_ISSUER: "the http(s) URL of an OpenID Connect provider",
  JUMELAGE_OIDC_CLIENT_ID: "the id this server has at the OpenID Connect provider",
  JUMELAGE_OIDC_CLIENT_SECRET: "the secret that goes with JUMELAGE_OIDC_CLIENT_ID",
  JUMELAGE_OIDC_NAME: "the provider’s name as people know it, at most 60 characters",
  JUMELAGE_WEBHOOK_HOSTS:
    "names of hosts in lower case, separated by commas, with a port where it is not 443",
  LOG_LEVEL: logLevels.join(", "),
  JUMELAGE_METRICS_PORT: "a whole number from 0 to 65535",
};

const neededInProduction = [
  "JUMELAGE_PUBLIC_URL",
  "JUMELAGE_SESSION_SECRET",
  "JUMELAGE_SIGNING_KEY_FILE",
] as const;

/** Reads the environment. @throws EnvError with every problem. */
export function readEnv(raw: Readonly<Record<string, string | undefined>>): Env {
  // A variable that is set to nothing is one that is not set.
  const given = Object.fromEntries(
    Object.entries(raw).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    throw new EnvError([...names].map((name) => `${name}: expected ${hints[name] ?? "another value"}`));
  }
  const env = parsed.data;
  const mode =
    env.JUMELAGE_MODE ?? (isLoopback(env.HOST) && env.DATABASE_URL === undefined ? "demo" : "production");
  const problems: string[] = [];
  if (mode === "demo" && !isLoopback(env.HOST)) {
    problems.push(
      `HOST: demo mode listens on a loopback address only (127.0.0.1, ::1, localhost), not on ${env.HOST}`,
    );
  }
  if (mode === "production") {
    for (const name of neededInProduction) {
      if (env[name] === undefined)
        problems.push(`${name}: missing, needed in production; expected ${hints[name] ?? ""}`);
    }
    const url = env.JUMELAGE_PUBLIC_URL === undefined ? undefined : new URL(env.JUMELAGE_PUBLIC_URL);
    if (url?.protocol === "http:" && !isLoopback(url.hostname)) {
      problems.push("JUMELAGE_PUBLIC_URL: must be https, except on a loopback address");
    }
  }
  const provider = providerOf(env, problems);
  if (problems.length > 0) throw new EnvError(problems);
  return {
    host: env.HOST,
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    dataDir: path.resolve(env.JUMELAGE_DATA_DIR),
    mode,
    publicUrl: env.JUMELAGE_PUBLIC_URL?.replace(/\/+$/, ""),
    sessionSecret: env.JUMELAGE_SESSION_SECRET,
    signingKeyFile: env.JUMELAGE_SIGNING_KEY_FILE,
    provider,
    webhookHosts: env.JUMELAGE_WEBHOOK_HOSTS.split(",")
      .map((name) => name.trim().replace(/:443$/, ""))
      .filter((name) => name !== ""),
    logLevel: env.LOG_LEVEL,
    metrics:
      env.JUMELAGE_METRICS_PORT === undefined
        ? undefined
        : { host: env.JUMELAGE_METRICS_HOST, port: env.JUMELAGE_METRICS_PORT },
  };
}

function providerOf(env: z.infer<typeof schema>, problems: string[]): ProviderEnv | undefined {
  const { JUMELAGE_OIDC_ISSUER: issuer, JUMELAGE_OIDC_CLIENT_ID: clientId } = env;
  const clientSecret = env.JUMELAGE_OIDC_CLIENT_SECRET;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  const needed = ["JUMELAGE_OIDC_ISSUER", "JUMELAGE_OIDC_CLIENT_ID", "JUMELAGE_PUBLIC_URL"] as const;
  for (const name of needed) {
    const line = `${name}: missing, needed to sign in at a provider; expected ${hints[name] ?? ""}`;
    if (env[name] === undefined && !problems.some((p) => p.startsWith(`${name}:`))) problems.push(line);
  }
  if (issuer === undefined || clientId === undefined) return undefined;
  const url = new URL(issuer);
  if (url.protocol === "http:" && !isLoopback(url.hostname))
    problems.push("JUMELAGE_OIDC_ISSUER: must be https, except on a loopback address");
  return { issuer, clientId, clientSecret, name: env.JUMELAGE_OIDC_NAME ?? url.hostname };
}

/** Whether a host name or address is this machine's own loopback. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, "$1").toLowerCase();
  return name === "localhost" || name === "::1" || /^127(\.\d{1,3}){3}$/.test(name);
}
