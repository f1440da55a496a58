// Threads and processes that a test starts have the planted fault as well: Stryker names it
// in this process alone, and reads it from this variable where a process begins.
import { beforeAll } from "vitest";

declare global {
  var __stryker__: { activeMutant?: string } | undefined;
}

beforeAll(() => {
  const fault = globalThis.__stryker__?.activeMutant;
  if (fault) process.env.__STRYKER_ACTIVE_MUTANT__ = fault;
});
