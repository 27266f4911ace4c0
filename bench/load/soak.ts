// A long time of following live: many apps on one channel that moves every second, evaluations meanwhile. What was told
// to whom is compared with what happened, and the memory of the server with what it was.
import { Console, reviewer, selfCare } from "../../apps/server/test/clients.ts";
import { demoConsumer } from "../../apps/server/src/seed.ts";
import { median } from "../statistics.ts";
import type { BuiltServer } from "./built-server.ts";
import type { Requests } from "./closed-loop.ts";
import { follow } from "./followers.ts";
import { sendPaced } from "./open-loop.ts";

export interface SoakReport {
  readonly clients: number;
  /** Clients that were told of every move, in order and once, over a connection that stayed open. */
  readonly whole: number;
  readonly moves: number;
  readonly minutes: number;
  readonly evaluations: number;
  /** Resident memory, the median of the second fifth of the time and of the last (MiB). */
  readonly memory: { readonly early: number; readonly late: number };
}

interface Soak {
  readonly clients: number;
  readonly minutes: number;
  /** What is evaluated meanwhile, and how many of it a second. */
  readonly requests: Requests;
  readonly rate: number;
}

interface Channel {
  readonly channel: string;
  readonly sequence: number;
}

const channel = "preview";
const moveEvery = 1000;
/** Who is shown to be somebody is so for some minutes: signing in again is cheaper than asking. */
const signInEvery = 120;

export async function soak(server: BuiltServer, asked: Soak): Promise<SoakReport> {
  let console = await Console.of(server.url, reviewer);
  const { data } = await console.query<{ readonly channels: readonly Channel[] }>("programs.get", {
    program: selfCare,
  });
  let sequence = data.channels.find((c) => c.channel === channel)?.sequence ?? 0;
  // A channel that is where it should be does not move: it is suspended and lifted in turn.
  let isSuspended = false;
  const told: number[] = [];
  const move = async (): Promise<void> => {
    if (told.length % signInEvery === signInEvery - 1) console = await Console.of(server.url, reviewer);
    const seen = { program: selfCare, channel, expectedSequence: sequence, message: "soak" };
    const answer =
      sequence === 0
        ? await console.mutate("channels.move", { ...seen, release: 1 })
        : await console.mutate(isSuspended ? "channels.lift" : "channels.suspend", seen);
    if (answer.status !== 200) throw new Error(`the channel did not move: ${answer.text.slice(0, 300)}`);
    isSuspended = sequence > 0 && !isSuspended;
    sequence += 1;
    told.push(sequence);
  };
  // A channel has to be somewhere before anybody can follow it.
  await move();
  const path = `/v1/programs/${selfCare}/channels/${channel}/events`;
  const followers = await follow(server.url + path, { key: demoConsumer.key, count: asked.clients });
  told.splice(0, told.length - 1);
  const memory: number[] = [];
  const ends = performance.now() + asked.minutes * 60_000;
  const keepMoving = async (): Promise<void> => {
    while (performance.now() < ends) {
      const began = performance.now();
      await move();
      memory.push(server.residentMiB());
      const rest = Math.max(0, moveEvery - (performance.now() - began));
      await new Promise((resolve) => setTimeout(resolve, rest));
    }
  };
  const load = { ...asked.requests, rate: asked.rate, seconds: asked.minutes * 60, connections: 16 };
  const [{ length: evaluations }] = await Promise.all([sendPaced(load), keepMoving()]);
  // The last move is on its way.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const expected = told.join();
  const whole = followers.all.filter((f) => f.isOpen && f.sequences.join() === expected).length;
  followers.close();
  const fifth = Math.max(1, Math.floor(memory.length / 5));
  return {
    clients: asked.clients,
    whole,
    moves: told.length,
    minutes: asked.minutes,
    evaluations,
    memory: { early: median(memory.slice(fifth, 2 * fifth)), late: median(memory.slice(-fifth)) },
  };
}
