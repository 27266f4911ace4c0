// Whether the process is alive (it answers) and whether it can serve (what it depends on answers too).
import type { FastifyInstance } from "fastify";

/** Something the server cannot do without. `check` fails or takes too long when it is not well. */
export interface Probe {
  readonly name: string;
  check(): Promise<unknown>;
}

const patience = 2000;

export function mountHealth(app: FastifyInstance, probes: readonly Probe[]): void {
  app.get("/healthz", (_request, reply) =>
    reply.header("cache-control", "no-store").send({ status: "alive" }),
  );
  app.get("/readyz", async (_request, reply) => {
    const results = await Promise.all(
      probes.map(async (probe) => ((await isWell(probe)) ? [] : [{ code: probe.name }])),
    );
    const reasons = results.flat();
    return reply
      .code(reasons.length === 0 ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status: reasons.length === 0 ? "ready" : "not-ready", reasons });
  });
}

async function isWell(probe: Probe): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patience);
  });
  const well = probe.check().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([well, late]);
  } finally {
    clearTimeout(timer);
  }
}
