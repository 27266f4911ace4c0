// Moving a channel: to a newer release (promoting: what the content itself answers is asked once more, and what the apps
// of the channel lack), back to an older one, or nowhere but out of service and back. Going back and suspending ask nothing: they are for emergencies.
import {
  channelHistory,
  getDraft,
  getPerson,
  getPointer,
  getRelease,
  movePointer,
  type Move,
  type MoveReason,
  type Pointer,
} from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { namesOfPeople } from "../people/names-of-people.ts";
import { appsIn } from "../publish/gates/index.ts";
import type { Gates } from "../publish/publish.schemas.ts";
import { gatesOfRelease } from "../publish/release-gates.ts";
import { signPointer } from "../publish/release-payload.ts";
import type { Channel, ChannelMove, ChannelName, MoveChannel, SuspendChannel } from "./channels.schemas.ts";

/** A channel as it is handed out. */
export function channelOf(pointer: Pointer): Channel {
  const { channel, sequence, release, sha256, issuedAt, expires, suspendedSince } = pointer;
  return {
    channel,
    sequence,
    release,
    sha256,
    issuedAt: issuedAt.toISOString(),
    expires: expires.toISOString(),
    suspendedSince: suspendedSince?.toISOString() ?? null,
  };
}

/** How a channel came to where it is, newest first. */
export async function historyOf(
  where: { readonly program: string; readonly channel: ChannelName },
  deps: Deps,
): Promise<ChannelMove[]> {
  const [pointers, nameOf] = await Promise.all([channelHistory(deps.db, where), namesOfPeople(deps)]);
  return pointers.map(({ sequence, release, issuedAt, movedBy, reason, message, suspendedSince }) => ({
    sequence,
    release,
    at: issuedAt.toISOString(),
    by: nameOf(movedBy),
    reason,
    message,
    suspendedSince: suspendedSince?.toISOString() ?? null,
  }));
}

/**
 * Points a channel at a release. To an older one than it is at is going back.
 * @throws Refusal `not-found` for a release that does not exist, `stale-revision` when the channel is no longer where
 * the caller saw it, `archived` in an archived program, `invalid-input` when it is there already, `publish-blocked` with the gates when a promoted release
 * no longer passes those that its content answers or apps lack something that nobody answers for, `forbidden` (`own-edit`) for answering for apps for what
 * one wrote oneself.
 */
export async function moveChannel(request: MoveChannel, by: string, deps: Deps): Promise<Channel> {
  const { program, channel, release } = request;
  const current = await getPointer(deps.db, program, channel);
  const reason = reasonFor(release, current);
  if (reason === undefined) throw alreadyThere(release);
  const answersFor = reason === "promote" ? await mustPassAgain(request, by, deps) : [];
  return take({ ...request, reason, answersFor }, by, deps);
}

/** Takes a channel out of service: from the next refresh on, consumers answer « clinical judgement ». */
export function suspendChannel(request: SuspendChannel, by: string, deps: Deps): Promise<Channel> {
  return take({ ...request, reason: "suspend" }, by, deps);
}

/** Puts it back in service, at the release it stands at. */
export function liftChannel(request: SuspendChannel, by: string, deps: Deps): Promise<Channel> {
  return take({ ...request, reason: "lift" }, by, deps);
}

/** Signs a channel's pointer anew, for the release it stands at, with what its program now asks. */
export function renewChannel(
  where: { readonly program: string; readonly channel: string },
  by: string,
  deps: Deps,
): Promise<Channel> {
  return take({ ...where, reason: "renew" }, by, deps);
}

/** Which way a channel goes to a release; undefined where it is there already. */
export function reasonFor(
  release: number,
  current: Pointer | undefined,
): "promote" | "roll-back" | undefined {
  if (current?.release === release) return undefined;
  return current !== undefined && release < current.release ? "roll-back" : "promote";
}

function alreadyThere(release: number): Refusal {
  const params = { release };
  return new Refusal("invalid-input", {
    diagnostics: [{ code: "already-there", severity: "error", at: ["release"], params }],
  });
}

/** What the gates say of a promotion, and the apps that the caller answered for and that do lack something. */
export interface Asked {
  readonly gates: Gates;
  readonly answered: readonly string[];
}

/** @throws Refusal `not-found`; `forbidden` (`own-edit`) for answering for apps for what one wrote oneself */
export async function askPromotion(
  request: Pick<MoveChannel, "program" | "channel" | "release" | "message" | "answersFor">,
  by: string,
  deps: Deps,
): Promise<Asked> {
  const { program, channel, message, answersFor = [] } = request;
  const release = await getRelease(deps.db, program, request.release);
  if (!release) throw new Refusal("not-found");
  if (answersFor.length > 0 && release.draft !== null) {
    const draft = await getDraft(deps.db, release.draft);
    if (draft?.authors.some(({ id }) => id === by))
      throw new Refusal("forbidden", { action: "channel.move", reason: "own-edit" });
  }
  const name = (await getPerson(deps.db, by))?.name ?? by;
  const gates = await gatesOfRelease(release, { channel, by: { id: by, name }, message, answersFor }, deps);
  const lacking = appsIn(gates.gates.find(({ id }) => id === "consumers")?.findings ?? []);
  return { gates, answered: lacking.filter((app) => answersFor.includes(app)) };
}

async function mustPassAgain(request: MoveChannel, by: string, deps: Deps): Promise<readonly string[]> {
  const { gates, answered } = await askPromotion(request, by, deps);
  if (!gates.ready) throw new Refusal("publish-blocked", { ...gates });
  return answered;
}

async function take(
  request: Omit<Move, "sign" | "reason"> & { readonly reason: Exclude<MoveReason, "publish"> },
  by: string,
  deps: Deps,
): Promise<Channel> {
  const act = { by, at: deps.clock.now() };
  const result = await movePointer(deps.db, act, {
    ...request,
    sign: (toSign) => signPointer(toSign, deps),
    vault: deps.vault,
  });
  switch (result.kind) {
    case "moved": {
      deps.moves.announce(request.program, request.channel);
      const { program, channel, reason } = request;
      const { sequence, release } = result.pointer;
      deps.log.info({ program, channel, reason, release, sequence }, "channel moved");
      return channelOf(result.pointer);
    }
    case "unchanged":
      return channelOf(result.pointer);
    case "stale":
      throw new Refusal("stale-revision", {
        channel: result.current ? channelOf(result.current) : null,
      });
    case "archived":
      throw new Refusal("archived", { release: result.release });
    case "not-found":
      throw new Refusal("not-found");
    default:
      return result satisfies never;
  }
}
