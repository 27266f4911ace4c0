// The server itself, with one more route that reads a JSON body and does nothing with it. A process of its own, that
// tells whoever started it where it listens and how much CPU time it has used.
import { readEnv } from "../apps/server/src/env.ts";
import { startServer } from "../apps/server/src/start-server.ts";

const server = await startServer(readEnv(process.env), {
  mount: (app) => {
    app.post("/bench/no-op", (request, reply) =>
      reply.send({ received: typeof request.body === "object" && request.body !== null }),
    );
  },
});
process.on("message", () => process.send?.({ cpu: process.cpuUsage() }));
process.once("disconnect", () => void server.close().then(() => process.exit(0)));
process.send?.({ url: server.url });
