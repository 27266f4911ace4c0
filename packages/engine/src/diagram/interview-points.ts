// An interview as a list of numbered points, like the key of a field guide: every question once, and after each answer
// the point where it goes on. Points that are reached in several ways stay one; written out as a tree they would multiply.
import type { Diagram } from "../model/diagram.ts";
import type { Interview, InterviewAnswer } from "./interview.ts";

/** One question of an interview. */
export interface InterviewPoint extends Pick<Interview, "outcomes" | "worst" | "mean"> {
  readonly fact: string;
  /** Safety facts come before all others; among equals, the one after which the fewest questions are left. */
  readonly why: "safety" | "shortest";
  readonly answers: readonly PointAnswer[];
}

export interface PointAnswer extends Pick<InterviewAnswer, "choices" | "outcomes"> {
  /** The place in the list of the next question; absent: its one outcome is certain. */
  readonly next?: number;
}

/** The questions of an interview, the first one first, nearer ones before farther ones; none when it is over. */
export function interviewPoints(
  start: Interview,
  { safety }: Pick<Diagram, "safety">,
): readonly InterviewPoint[] {
  const places = new Map<Interview, number>();
  const placeOf = (interview: Interview): number | undefined => {
    if (interview.question && !places.has(interview)) places.set(interview, places.size);
    return places.get(interview);
  };
  placeOf(start);
  const points: InterviewPoint[] = [];
  // A map is gone through in the order of entry, what is entered meanwhile included.
  for (const { outcomes, worst, mean, question } of places.keys()) {
    if (!question) continue;
    const answers = question.answers.map(({ choices, outcomes: left, next }): PointAnswer => {
      const place = placeOf(next);
      return place === undefined ? { choices, outcomes: left } : { choices, outcomes: left, next: place };
    });
    const why = safety.includes(question.fact) ? "safety" : "shortest";
    points.push({ outcomes, worst, mean, fact: question.fact, why, answers });
  }
  return points;
}
