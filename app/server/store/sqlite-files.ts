// The files of SQLite: whether they are still those that were opened, and room for deleting
// on a full disk.
import { randomBytes } from "node:crypto";
import { existsSync, rmSync, statfsSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { storeFault } from "./store-fault";

/** The database's file in the folder of classes. */
export const fileIn = (folder: string) => path.join(folder, "classes.sqlite");

function identityOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev} ${found.ino}` : "";
}

/**
 * Gives what throws a StoreFault once a file of an open database was deleted, moved or
 * replaced: SQLite itself goes on with files that nobody will ever find.
 */
export function watchFiles(folder: string): () => void {
  const files = ["", "-wal", "-shm"].map((end) => fileIn(folder) + end);
  const opened = files.map(identityOf);
  return () => {
    for (const [at, file] of files.entries()) {
      if (identityOf(file) === opened[at]) continue;
      throw storeFault("lost", `${path.basename(file)} is gone, or another file now.`);
    }
  };
}

/** Enough for what waits in SQLite's log, and for deleting a part of a class. */
const largestReserve = 8 * 1024 * 1024;
const pageSize = 16 * 1024;

/** A file that takes room while there is some, and gives it to whoever deletes. */
export function createReserve(folder: string) {
  const file = path.join(folder, "classes.reserve");
  return {
    /** Takes room, at most an eighth of it, unless it has some. */
    fill() {
      try {
        const held = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
        const { bavail, bsize } = statfsSync(folder);
        const pages = Math.min(largestReserve, (bavail * bsize + held) / 8) / pageSize;
        if (pages < 4 || held > (pages * pageSize) / 2) return;
        // Random, because some file systems keep no zeros.
        const page = randomBytes(pageSize);
        const all = Buffer.concat(Array<Buffer>(Math.floor(pages)).fill(page));
        writeFileSync(file, all, { mode: 0o600 });
      } catch {
        // Without room, or rights, there is less, or none.
      }
    },
    /** Gives the room back; false where there was none. */
    empty(): boolean {
      if (!existsSync(file)) return false;
      rmSync(file, { force: true });
      return true;
    },
  };
}
