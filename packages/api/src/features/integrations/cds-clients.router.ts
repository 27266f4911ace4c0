// The console's doors to the list of CDS Hooks clients.
import { installationProcedure, router } from "../../trpc.ts";
import { listCdsClients, removeCdsClient, saveCdsClient } from "./cds-clients.ts";
import {
  cdsClientsSchema,
  listCdsClientsSchema,
  removeCdsClientSchema,
  saveCdsClientSchema,
} from "./cds-clients.schemas.ts";

export const cdsClientsRouter = router({
  list: installationProcedure("integration.manage", listCdsClientsSchema)
    .output(cdsClientsSchema)
    .query(({ ctx }) => listCdsClients(ctx.deps)),

  save: installationProcedure("integration.manage", saveCdsClientSchema)
    .output(cdsClientsSchema)
    .mutation(({ ctx, input }) => saveCdsClient(input, ctx.person, ctx.deps)),

  remove: installationProcedure("integration.manage", removeCdsClientSchema)
    .output(cdsClientsSchema)
    .mutation(({ ctx, input }) => removeCdsClient(input, ctx.person, ctx.deps)),
});
