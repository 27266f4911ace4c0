import type { Catalogue } from "../catalogue.ts";

export const firstSteps: Catalogue["firstSteps"] = {
  title: "First steps",
  lead: "Three minutes to see what a change does to people: change a threshold, see whose outcome changes, undo.",
  copy: "This is a copy, to try things on. Nothing you do here is saved or sent.",
  steps: "The three steps",
  step: {
    change: "Change a threshold.",
    see: "See whose outcome changes, and why.",
    undo: "Undo.",
  },
  how: {
    change: "Take “{label}” from {from} to {to}. The effect follows every keystroke.",
    see: "Under “Effect on profiles”, open one of the profiles: why it gets its answer is written out there. Then close it.",
    undo: "Press “Undo the last change”, or Ctrl Z. In a draft too, every change can be undone, later as well.",
  },
  done: "Done",
  restart: "Start again",
  finished:
    "That is all. In a draft the same actions are saved by themselves, and nothing goes into service without approval.",
  toThresholds: "See the thresholds of the program",
  toSimulation: "See all profiles",
  changed: "Value – {label}",
  effect: "Effect on profiles",
  moved:
    "{count, plural, =0 {No profile changes outcome, of {total}.} one {# profile changes outcome, of {total}.} other {# profiles change outcome, of {total}.}}",
  nothing:
    "This program has nothing to try yet: it needs a version in service, and a threshold that changes the outcome of a profile.",
  toProgram: "Go to the program",
};
