export type { Answer, Answerer, AskOptions, UndecidedReason } from "./answer.ts";
