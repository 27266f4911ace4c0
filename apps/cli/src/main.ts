#!/usr/bin/env node
// The entry point: this process's arguments, streams and exit code, and nothing else.
import { argv } from "node:process";
import { processIo } from "./process-io.ts";
import { run } from "./run.ts";

process.exitCode = await run(argv.slice(2), processIo());
