// A load at a given rate, whether answers come or not: latencies count from when a request was due, so that a server that
// stops for a moment is charged for everybody who would have come meanwhile.
import type { Socket } from "node:net";
import { requestBytes, type Requests } from "./closed-loop.ts";
import { openConnection } from "./connection.ts";

export interface Paced extends Requests {
  /** Requests a second, evenly spaced. */
  readonly rate: number;
  readonly seconds: number;
  /** Connections that stay open; a request that finds all of them busy waits for one, and the wait counts. */
  readonly connections: number;
}

/**
 * The latency of every request, in milliseconds.
 * @throws Error on an answer that is not 200
 */
export async function sendPaced(load: Paced): Promise<Float64Array> {
  const { url, rate, seconds, connections } = load;
  const written = requestBytes(load);
  const total = Math.round(rate * seconds);
  const latencies = new Float64Array(total);
  const idle: Lane[] = [];
  const lanes: Lane[] = [];
  let [sent, answered] = [0, 0];
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      clearInterval(timer);
      for (const { socket } of lanes) socket.destroy();
      reject(error);
    };
    let start = 0;
    const dueAt = (n: number): number => start + (n * 1000) / rate;
    const sendDue = (): void => {
      const now = performance.now();
      for (let lane = idle.at(-1); lane && sent < total && dueAt(sent) <= now; lane = idle.at(-1)) {
        idle.pop();
        lane.request = sent;
        lane.socket.write(written[sent++ % written.length] ?? "");
      }
    };
    const done = (lane: Lane): void => {
      latencies[lane.request] = performance.now() - dueAt(lane.request);
      idle.push(lane);
      answered += 1;
      if (answered < total) return sendDue();
      clearInterval(timer);
      for (const { socket } of lanes) socket.end();
      resolve(latencies);
    };
    // Timers are no finer than a millisecond: what is due since the last one goes out together.
    const timer = setInterval(() => start > 0 && sendDue(), 1);
    let open = 0;
    for (let i = 0; i < connections; i++) {
      const socket = openConnection(url, () => done(lane));
      const lane: Lane = { socket, request: 0 };
      lanes.push(lane);
      socket.on("error", fail);
      socket.on("connect", () => {
        idle.push(lane);
        open += 1;
        if (open === connections) start = performance.now() + 1;
      });
    }
  });
}

interface Lane {
  readonly socket: Socket;
  /** Which request is under way. */
  request: number;
}
