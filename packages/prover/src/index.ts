export type { Answer, Answerer, AskOptions, UndecidedReason } from "./answer.ts";
export {
  createEnumeration,
  type Enumeration,
  type EnumerationAnswer,
  type EnumerationOptions,
} from "./enumerate/index.ts";
