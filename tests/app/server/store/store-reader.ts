// A process without a right to write: it opens stores, and prints how each refused.
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import Sqlite from "better-sqlite3";
import { openStore } from "@/app/server/store/open-store";
import { isStoreFault } from "@/app/server/store/store-fault";

async function refusalOf(folder: string): Promise<string> {
  try {
    const store = await openStore({ folder });
    await store.deleteClass("c");
    return "written";
  } catch (error) {
    return isStoreFault(error) ? error.trouble : String(error);
  }
}

async function main() {
  // What it runs on is loaded before its rights go.
  new Sqlite(":memory:").close();
  if (process.getuid?.() === 0) {
    process.setgroups?.([65534]);
    process.setgid?.(65534);
    process.setuid?.(65534);
  }
  for await (const line of createInterface(process.stdin)) {
    const folder: string = JSON.parse(line);
    writeSync(1, `${await refusalOf(folder)}\n`);
  }
}

main();
