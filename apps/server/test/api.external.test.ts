import { emptyDatabase } from "@jumelage/db/test-database";
import { apiSuite } from "./api-suite.ts";
import { startProcess } from "./server-process.ts";

// A second cluster, which the tests start themselves: the server only gets its address.
apiSuite("API on an external PostgreSQL (DATABASE_URL)", async () => {
  const database = await emptyDatabase();
  const server = await startProcess({ databaseUrl: database.url });
  return {
    ...server,
    stop: async () => {
      const code = await server.stop();
      await database.drop();
      return code;
    },
  };
});
