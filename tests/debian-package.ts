import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Installs a package of Debian's, where this process may; says what it does. */
export function installPackage(name: string) {
  const root = process.getuid?.() === 0;
  if (!root || !existsSync("/usr/bin/apt-get")) return;
  for (const args of [
    ["update", "-q"],
    ["install", "-q", "-y", "--no-install-recommends", name],
  ]) {
    console.log(`No ${name} found. Trying: apt-get ${args.join(" ")}`);
    try {
      const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
      execFileSync("apt-get", args, { stdio: "inherit", env });
    } catch {
      console.log("That did not work.");
    }
  }
}
