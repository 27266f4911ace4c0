// `jumelage gates`: the gates of a publication that files can answer, one after the other, whatever the ones before them
// found. What people answer for (sign-off, sentences, approval) is the server's.
import { disagreements, unexplainedTransitions, type Lang } from "@jumelage/engine";
import { transitionSentence } from "@jumelage/engine/words";
import { others } from "../evaluators.ts";
import { say, type MessageKey } from "../messages.ts";
import type { Io, Outcome } from "../outcome.ts";
import { readProfiles, readRuleSet } from "../read.ts";
import { boundaries } from "./boundaries.ts";
import { check } from "./check.ts";
import { consumers } from "./consumers.ts";
import { compareDocuments } from "./diff.ts";
import { hazards } from "./hazards.ts";
import { mutate } from "./mutate.ts";
import { proveRuleSet } from "./prove.ts";
import { simulate } from "./simulate.ts";
import { sources } from "./sources.ts";

export interface GatesOptions {
  /** The rule set in force; without it nothing is compared. */
  readonly base?: string;
  /** The file of apps in use; without it, what they lack is the server's to say. */
  readonly consumers?: string;
  /** In percent. */
  readonly mutants?: string;
  readonly boundaries?: string;
  /** The most seconds for one question to the solver. */
  readonly timeout: string;
}

type Asked = GatesOptions & { readonly folder: string; readonly lang: Lang };

const peoples = ["sign-off", "sentences", "consumers", "approval"] as const;

/** Runs every gate over a program's folder (`rule-set.json`, `profiles.json`, `hazards.json`). */
export async function gates(options: Asked, io: Io): Promise<Outcome> {
  const { folder, lang, timeout, base, consumers: apps } = options;
  const files = { ruleSet: folder, profiles: folder, hazards: folder, lang };
  const floor = (percent: string | undefined): { floor?: string } =>
    percent === undefined ? {} : { floor: percent };
  const steps: readonly (readonly [string, () => Promise<Outcome>])[] = [
    ["diagnostics", () => check(folder, lang, io)],
    ["profiles", () => simulate(files, io)],
    ["evaluators", () => evaluators(options, io)],
    ["properties", () => proveRuleSet(folder, { timeout, lang }, io)],
    ...(base === undefined ? [] : [["differences", () => differences({ ...options, base }, io)] as const]),
    ["mutants", () => mutate({ ...files, ...floor(options.mutants), timeout }, io)],
    ["boundaries", () => boundaries({ ...files, ...floor(options.boundaries) }, io)],
    ["hazards", () => hazards(files, io)],
    ["sources", () => sources(folder, lang, io)],
    ...(base === undefined || apps === undefined
      ? []
      : [["consumers", () => consumers({ base, head: folder, apps, lang }, io)] as const]),
  ];
  const onServer = peoples.filter((gate) => !steps.some(([done]) => done === gate));
  const answers: { readonly gate: string; readonly outcome: Outcome }[] = [];
  for (const [gate, run] of steps) {
    io.err(`${say(lang, "gate-runs", { what: titleOf(gate, lang) })}\n`);
    answers.push({ gate, outcome: await run() });
  }
  const ready = answers.every(({ outcome }) => !outcome.findings);
  return {
    document: {
      ready,
      gates: answers.map(({ gate, outcome }) => ({
        gate,
        passed: !outcome.findings,
        report: outcome.document,
      })),
      onServer,
    },
    lines: [
      ...answers.flatMap(({ gate, outcome }) => gateLines(titleOf(gate, lang), outcome, lang)),
      say(lang, "gates-on-server", { what: onServer.map((gate) => titleOf(gate, lang)).join(", ") }),
    ],
    findings: !ready,
  };
}

function titleOf(gate: string, lang: Lang): string {
  return say(lang, `gate-${gate}` as MessageKey);
}

/** Of a gate that passed its summary, of one that did not everything it says. */
function gateLines(title: string, { lines, findings }: Outcome, lang: Lang): readonly string[] {
  const told = findings ? lines : lines.slice(-1);
  return [
    say(lang, findings ? "gate-failed" : "gate-passed", { what: title }),
    ...told.map((line) => `  ${line}`),
  ];
}

async function evaluators({ folder, lang }: Asked, io: Io): Promise<Outcome> {
  const { ruleSet } = await readRuleSet(folder, io);
  const profiles = await readProfiles(folder, io);
  const found = await disagreements(ruleSet, profiles, others);
  return {
    document: { profiles: profiles.length, disagreements: found },
    lines: [
      ...found.map(({ profile, evaluators: names }) =>
        say(lang, "disagree", { what: `${profile} (${names.join(", ")})` }),
      ),
      say(lang, "evaluators-agree", { agree: profiles.length - found.length, all: profiles.length }),
    ],
    findings: found.length > 0,
  };
}

async function differences(options: Asked & { readonly base: string }, io: Io): Promise<Outcome> {
  const { lang, folder } = options;
  const { base, head, report } = await compareDocuments({ ...options, head: folder }, io);
  const open = unexplainedTransitions(report.transitions, {
    base,
    head,
    profiles: await readProfiles(folder, io),
  });
  const isUndecided = report.status === "undecided";
  return {
    document: { ...report, unexplained: open },
    lines: [
      ...(isUndecided ? [say(lang, "undecided")] : []),
      ...open.map(({ transition, losesStop }) =>
        say(lang, losesStop ? "difference-needs-profile" : "difference-unexplained", {
          what: transitionSentence(transition, base, head, lang),
        }),
      ),
      say(lang, "differences-explained", {
        explained: report.transitions.length - open.length,
        all: report.transitions.length,
      }),
    ],
    findings: isUndecided || open.length > 0,
  };
}
