// Exhaustive enumeration of the classes of persons of a question.
export {
  createEnumeration,
  type Enumeration,
  type EnumerationAnswer,
  type EnumerationOptions,
} from "./enumerate.ts";
export { makeKernel, type Kernel } from "./kernel.ts";
export { planOf, type Operation, type Plan } from "./plan.ts";
