export {
  columnsOf,
  decisionTable,
  layoutOf,
  readBack,
  subjectKey,
  type Column,
  type DecisionTable,
  type Layout,
  type TableEntry,
  type TableLine,
  type TableTest,
} from "./table.ts";
