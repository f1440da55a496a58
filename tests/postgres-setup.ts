// Starts one PostgreSQL for a whole run of the tests, named in TEST_DATABASE_URL.
import { installPackage } from "./debian-package";
import { findPostgres, shortLived, startPostgres } from "./postgres-server";

const skipped = [
  "PostgreSQL is missing, and could not be installed: THE TESTS ON IT ARE SKIPPED.",
  "Install the package postgresql to run them.",
].join(" ");

/** For vitest's `globalSetup`; gives what stops the server again. */
export async function setup() {
  // Each project asks for it, one after the other.
  if (process.env.TEST_DATABASE_URL) return;
  if (!findPostgres()) installPackage("postgresql");
  const bin = findPostgres();
  if (!bin) {
    if (process.env.CI) throw new Error(skipped);
    console.warn(`\n${"!".repeat(80)}\n${skipped}\n${"!".repeat(80)}\n`);
    return;
  }
  const server = await startPostgres(bin, shortLived);
  process.env.TEST_DATABASE_URL = server.url;
  return server.stop;
}
