// Compiles the training in C for one problem, with the system's clang.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const source = fileURLToPath(new URL("peers-in-c/training.c", import.meta.url));
const missing = "clang and lld are not here (Debian: apt-get install clang lld).";

const options = [
  ...["--target=wasm32", "-O3", "-msimd128", "-fno-fast-math", "-nostdlib", "-Wall"],
  "-Wl,--no-entry",
];

const numbers = ["train", "test", "batch", "rate"] as const;

/** What a page asks for, as definitions: see peers-in-c/training.c. */
function definitions(asked: URLSearchParams): string[] {
  const widths = (asked.get("widths") ?? "").split("-").map(Number);
  const [train, test, batch, rate] = numbers.map((name) => Number(asked.get(name)));
  const isCategorical = asked.get("loss") === "categorical";
  return [
    ...Array.from({ length: 5 }, (_, n) => `-DW${n}=${widths[n] ?? 0}`),
    ...[`-DTRAIN=${train}`, `-DTEST=${test}`, `-DBATCH=${batch}`],
    ...[`-DRATE=${rate}f`, `-DCATEGORICAL=${Number(isCategorical)}`],
  ];
}

/** The module, or why there is none. */
export async function compileC(asked: URLSearchParams): Promise<Uint8Array | string> {
  const folder = await mkdtemp(path.join(tmpdir(), "next-pass-c-"));
  try {
    const out = path.join(folder, "training.wasm");
    const given = [...options, ...definitions(asked), source, "-o", out];
    await promisify(execFile)("clang", given);
    return await readFile(out);
  } catch (fault) {
    const says = fault instanceof Error ? fault.message : String(fault);
    return /ENOENT|wasm-ld/.test(says) ? missing : says;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
