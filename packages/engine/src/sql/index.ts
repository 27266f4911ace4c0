// A rule set as one query, for cohorts that are already in a database.
export { sqlDialects, type SqlDialect } from "./dialect.ts";
export {
  cohortQuery,
  queryDetails,
  type AnswerColumn,
  type CohortQuery,
  type QueryDetail,
  type QueryOptions,
} from "./query.ts";
export { columnsFor, createTable, tableColumns, type TableColumn } from "./table.ts";
export { Unqueryable, type UnqueryableCode } from "./unqueryable.ts";
