#!/usr/bin/env node
// The entry point of what an auditor downloads: the commands that verify, in one file for Node alone.
import { argv } from "node:process";
import { processIo } from "./process-io.ts";
import { runProgram } from "./program.ts";
import { describeAuditVerify, describeVerify } from "./verify-commands.ts";

process.exitCode = await runProgram(argv.slice(2), processIo(), {
  fr: "Critères cliniques\u00a0: vérifier ce qui a été signé et consigné, hors ligne.",
  en: "Clinical criteria: verify what was signed and recorded, offline.",
  describe(program, given) {
    describeVerify(program, given);
    const audit = given.group(program, "audit", "s’occupe du journal des actions", "looks after the journal");
    describeAuditVerify(audit, given);
  },
});
