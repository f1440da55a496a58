// A Python that can execute notebooks with PyTorch: found, or installed through apt.
import { spawnSync } from "node:child_process";

const packages = ["python3-torch", "jupyter-nbconvert", "python3-ipykernel"];
const needed = "import torch, nbconvert, ipykernel; print(torch.__version__)";

const quiet = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };

function findPython(): string | null {
  const ready = (python: string) =>
    spawnSync(python, ["-c", needed], { stdio: "ignore" }).status === 0;
  return ["python3", "/usr/bin/python3"].find(ready) ?? null;
}

function install() {
  const missing = `The notebooks need ${packages.join(", ")}`;
  if (spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status !== 0) {
    throw new Error(
      `${missing}. There is no apt here: install PyTorch, nbconvert and ipykernel for python3.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new Error(
      `${missing}. Only root can install them: sudo apt-get install --no-install-recommends ${packages.join(" ")}`,
    );
  }
  console.log(`Installing ${packages.join(", ")}: about 160 MB.`);
  for (const args of [
    ["update", "-q"],
    ["install", "-q", "-y", "--no-install-recommends", ...packages],
  ]) {
    const { status, stdout, stderr } = spawnSync("apt-get", args, {
      env: quiet,
      encoding: "utf8",
    });
    if (status !== 0) {
      throw new Error(`${missing}. apt-get ${args[0]} failed:\n${stdout}\n${stderr}`);
    }
  }
}

/** The name of a Python with PyTorch, nbconvert and ipykernel. Throws in words. */
export function pythonWithTorch(): string {
  const found = findPython();
  if (found) return found;
  install();
  const installed = findPython();
  if (installed) return installed;
  throw new Error("apt installed the packages, and python3 still cannot import them.");
}
