// The console's doors to people, for administrators.
import { installationProcedure, router } from "../../trpc.ts";
import { addPerson, changeAccess, changeAdmin, changeRole, newLink, peopleOf } from "./people.ts";
import {
  addPersonSchema,
  listPeopleSchema,
  newLinkSchema,
  peopleSchema,
  personKeySchema,
  setAccessSchema,
  setAdminSchema,
  setRoleSchema,
} from "./people.schemas.ts";

export const peopleRouter = router({
  list: installationProcedure("people.read", listPeopleSchema)
    .output(peopleSchema)
    .query(({ ctx }) => peopleOf(ctx.deps)),

  add: installationProcedure("people.manage", addPersonSchema)
    .output(newLinkSchema)
    .mutation(({ ctx, input }) => addPerson(input, ctx.person.id, ctx.deps)),

  newLink: installationProcedure("people.manage", personKeySchema)
    .output(newLinkSchema)
    .mutation(({ ctx, input }) => newLink(input.person, ctx.person.id, ctx.deps)),

  setRole: installationProcedure("people.manage", setRoleSchema)
    .output(peopleSchema)
    .mutation(({ ctx, input }) => changeRole(input, ctx.person.id, ctx.deps)),

  setAdmin: installationProcedure("people.manage", setAdminSchema)
    .output(peopleSchema)
    .mutation(({ ctx, input }) => changeAdmin(input, ctx.person.id, ctx.deps)),

  setAccess: installationProcedure("people.manage", setAccessSchema)
    .output(peopleSchema)
    .mutation(({ ctx, input }) => changeAccess(input, ctx.person.id, ctx.deps)),
});
