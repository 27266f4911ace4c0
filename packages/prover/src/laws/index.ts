// Laws over a whole rule set, asked of all persons.
export { findFaults, laws, type FaultOptions } from "./find-faults.ts";
