// What is not exactly what was signed serves nobody, whichever way it comes in: from the network, from the cache, from
// what was shipped with the application. On a real release, over real keys.
import { openPointer, openRelease, type Verified } from "@jumelage/engine";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { howMany } from "@jumelage/engine/test/small";
import { beforeAll, describe, expect, test } from "vitest";
import { digest, importTrust } from "../../src/index.ts";
import { newKey, publish, type Published, type TestKey } from "../fixtures.ts";
import { doors, through, type Arriving, type DoorName } from "./doors.ts";
import { realRelease } from "./real.ts";
import { bitsOf, flipped, otherLengths, substitutions } from "./spoilt.ts";

const program = "autosoins-diriges";
const documents = ["pointer", "release"] as const;
type DocumentName = (typeof documents)[number];

let key: TestKey;
let foreign: TestKey;
let good: Published;
let open: Readonly<Record<DocumentName, (bytes: Uint8Array) => Promise<Verified<unknown>>>>;

beforeAll(async () => {
  [key, foreign] = [await newKey(), await newKey()];
  good = await realRelease(key);
  const terms = { trusted: await importTrust([key.jwk]), program };
  open = {
    pointer: (bytes) => openPointer(bytes, { ...terms, channel: "production" }),
    release: (bytes) => openRelease(bytes, { ...terms, digest }),
  };
});

const at = (door: DoorName, arriving: Arriving): Promise<string> =>
  through(door, arriving, { trust: [key.jwk], program });
const served = "release 1";

/** How many bits of a document are turned: those that are not of its payload (in the long tier all), and of its payload. */
const outsideOf = howMany({ quick: 150, long: 1_000_000 });
const inside = howMany({ quick: 150, long: 120_000 });
/** Of each kind of damage, how many go all the way through each door. */
const perDoor = howMany({ quick: 12, long: 2_000 });

function everyNth<T>(all: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, i) => i % step === 0);
}

function bitsInside(bytes: Uint8Array, count: number): readonly number[] {
  const { from, to } = bitsOf(bytes);
  const step = Math.max(1, Math.floor((to - from) / count));
  // Prime to eight, so that every bit of a byte has its turn.
  const odd = step % 2 === 0 && step > 1 ? step - 1 : step;
  return Array.from({ length: Math.ceil((to - from) / odd) }, (_, i) => from + i * odd);
}

describe("every door", () => {
  test("what was signed comes in", async () => {
    for (const door of doors) expect(await at(door, good), door).toBe(served);
  });

  test.each(documents)(
    "no turned bit of a %s verifies: all outside its payload, many inside",
    shows("turned-bits-outside", "turned-bits-inside"),
    async (name) => {
      const bytes = good[name];
      const all = bitsOf(bytes).outside;
      const outside = name === "pointer" ? all : everyNth(all, outsideOf);
      const within = bitsInside(bytes, inside);
      let accepted = 0;
      for (const bit of [...outside, ...within]) if ((await open[name](flipped(bytes, bit))).ok) accepted++;
      expect(accepted).toBe(0);
      expect(outside.length).toBeGreaterThanOrEqual(Math.min(all.length, outsideOf) / 2);
      // A pointer has fewer bits than are asked for: all of them, then.
      const { from, to } = bitsOf(bytes);
      expect(within.length).toBeGreaterThanOrEqual(Math.min(inside, to - from));
      const whole = Math.min(all.length, outsideOf);
      counted("turned-bits-outside", { asked: Math.floor(whole / 2), reached: outside.length });
      counted("turned-bits-inside", { asked: Math.min(inside, to - from), reached: within.length });
    },
  );

  test.each(doors)(
    "%s: no turned bit, no other length of either document comes in",
    shows("every-door"),
    async (door) => {
      let looked = 0;
      for (const name of documents) {
        const bytes = good[name];
        const bits = [...everyNth(bitsOf(bytes).outside, perDoor), ...bitsInside(bytes, perDoor)];
        for (const bit of bits) {
          expect(await at(door, { ...good, [name]: flipped(bytes, bit) }), `${name}, bit ${bit}`).not.toBe(
            served,
          );
          looked++;
        }
        const step = Math.ceil(bytes.length / perDoor);
        for (const other of otherLengths(bytes, step)) {
          // In what is kept, a line break ends a document: it is not of it.
          if (door !== "network" && other.at(-1) === 0x0a) continue;
          const said = await at(door, { ...good, [name]: other });
          expect(said, `${name}, ${other.length} bytes`).not.toBe(served);
          looked++;
        }
      }
      counted("every-door", { asked: 2 * perDoor, reached: looked });
    },
  );

  test.each(doors)(
    "%s: none of the twenty ways around a signature",
    shows("ways-around-a-signature"),
    async (door) => {
      const [another, theirs] = [
        await publish(key, { number: 2, release: { program }, pointer: { program } }),
        await publish(foreign, { number: 1, release: { program }, pointer: { program } }),
      ];
      for (const name of documents) {
        const otherKind = good[name === "pointer" ? "release" : "pointer"];
        const cases = await substitutions({
          mine: good[name],
          another: another[name],
          theirs: theirs[name],
          otherKind,
          key,
          foreign,
        });
        expect(cases).toHaveLength(20);
        for (const [title, bytes] of cases) {
          expect(await at(door, { ...good, [name]: bytes }), `${name}: ${title}`).not.toBe(served);
          expect((await open[name](bytes)).ok, `${name}: ${title}`).toBe(false);
        }
      }
      counted("ways-around-a-signature", { asked: 20, reached: 20 });
    },
  );

  test.each(doors)(
    "%s: nothing of another program, channel or release, and no mixture",
    shows("something-else"),
    async (door) => {
      const tiny = await publish(key, { number: 1 });
      const preview = await publish(key, {
        number: 1,
        release: { program },
        pointer: { program, channel: "preview" },
      });
      const second = await publish(key, { number: 2, release: { program }, pointer: { program } });
      expect(await at(door, tiny)).toBe("wrong-program");
      expect(await at(door, preview)).toBe("wrong-channel");
      expect(await at(door, { pointer: good.pointer, release: second.release })).toMatch(
        /hash-mismatch|too-large/,
      );
      expect(await at(door, { pointer: second.pointer, release: good.release })).toMatch(
        /hash-mismatch|too-large/,
      );
      const lying = await publish(key, { number: 3, release: { program: "tiny" }, pointer: { program } });
      expect(await at(door, lying)).toBe("wrong-program");
      const renumbered = await publish(key, {
        number: 3,
        release: { program },
        pointer: { program, release: 4 },
      });
      expect(await at(door, renumbered)).toBe("wrong-program");
    },
  );
});
