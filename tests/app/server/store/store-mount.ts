// A disk of a few megabytes, in memory, where this process may mount one.
import { execFileSync } from "node:child_process";
import { onTestFinished } from "vitest";
import { freshFolder } from "./store-places";

const quiet = { stdio: "ignore" } as const;

type SmallDisk = {
  folder: string;
  /** Makes it another size, or read-only: `size=8m`, `ro`. */
  remount(options: string): void;
};

/** Null, and said loudly, where nothing may be mounted. It goes when the test ends. */
export function mountSmallDisk(options: string): SmallDisk | null {
  const folder = freshFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], quiet);
  } catch {
    console.warn("\nNothing may be mounted here: THE TEST ON A SMALL DISK IS SKIPPED.\n");
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
