// A disk of a few megabytes: in memory where this process may mount one, else as a limit of
// how long its files may be.
import { execFileSync } from "node:child_process";
import { onTestFinished } from "vitest";
import { freshFolder } from "./store-places";

const quiet = { stdio: "ignore" } as const;

type SmallDisk = {
  folder: string;
  /** Makes it another size, or read-only: `size=8m`, `ro`. */
  remount(options: string): void;
};

/** Null where nothing may be mounted. It goes when the test ends. */
export function mountSmallDisk(options: string): SmallDisk | null {
  const folder = freshFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], quiet);
  } catch {
    return null;
  }
  onTestFinished(() => {
    execFileSync("umount", [folder], quiet);
  });
  return {
    folder,
    remount: (other) => execFileSync("mount", ["-o", `remount,${other}`, folder], quiet),
  };
}

/** No file of this process may be longer, in bytes: the system refuses what is written on. */
function limitFiles(bytes: string) {
  execFileSync("prlimit", ["--pid", String(process.pid), `--fsize=${bytes}:`], quiet);
}

/**
 * A disk of a size in bytes, to be made larger; a limit of files where none is mounted.
 * Null, and said loudly, on systems that have neither; in CI that is a failure.
 */
export function smallDisk(size: number) {
  const disk = mountSmallDisk(`size=${size}`);
  if (disk) {
    return { folder: disk.folder, enlarge: (to: number) => disk.remount(`size=${to}`) };
  }
  try {
    limitFiles(String(size));
  } catch (error) {
    if (process.env.CI) throw error;
    console.warn("\nNo small disk can be had: THE TEST ON ONE IS SKIPPED.\n");
    return null;
  }
  onTestFinished(() => limitFiles("unlimited"));
  return { folder: freshFolder(), enlarge: (to: number) => limitFiles(String(to)) };
}
