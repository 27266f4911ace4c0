export {
  canKeepBoth,
  conflictKey,
  merge,
  type Choice,
  type Choose,
  type Conflict,
  type Joined,
  type Side,
  type Sides,
} from "./merge.ts";
export { keepApart, mergeDocuments, noDocuments, type Documents, type Renamed } from "./documents.ts";
