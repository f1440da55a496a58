// The source files and what each imports, read from their text: for the architecture test
// and for the house's measures.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

export type SourceFile = {
  /** From the project's folder, such as "labs/run/run.ts". */
  file: string;
  text: string;
  /** Lines, the last empty one left out. */
  lines: number;
  imports: readonly Import[];
};

export type Import = {
  /** As it is written: "./run", "@/labs/run/run", "react". */
  specifier: string;
  /** The project's file it leads to; null for an outside library. */
  file: string | null;
  /** Types alone: erased before anything runs. */
  typeOnly: boolean;
  names: readonly string[];
};

const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^;"']*?)\s*from\s*"([^"]+)"|(?:^|\n)\s*import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|new URL\(\s*"(\.[^"]+)",\s*import\.meta\.url/g;

/** The names in an import's braces, "type" and "as" left out. */
function namesIn(clause: string): { names: string[]; allTypes: boolean } {
  const inside = /\{([^}]*)\}/.exec(clause)?.[1];
  if (inside === undefined) return { names: ["*"], allTypes: false };
  const parts = inside
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const hasDefault = /^[^{]*\w[^{]*,/.test(clause.split("{")[0] ?? "");
  return {
    names: parts.map((part) => part.replace(/^type\s+/, "").split(/\s+as\s+/)[0] ?? part),
    allTypes: !hasDefault && parts.every((part) => part.startsWith("type ")),
  };
}

/** Every file below these folders of the project, by its path from the project's folder. */
export function filesBelow(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map(
      (file) => path.posix.join(folder, file.split(path.sep).join("/")),
    ),
  );
}

/** Reads every .ts and .tsx file of the four folders and of the top level. */
export function readSources(): Map<string, SourceFile> {
  const found = filesBelow(["app", "components", "content", "labs"])
    .concat(readdirSync(root))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .sort();
  const known = new Set(found);
  const resolve = (from: string, specifier: string) => {
    const base = specifier.startsWith("@/")
      ? specifier.slice(2)
      : specifier.startsWith(".")
        ? path.posix.join(path.posix.dirname(from), specifier)
        : null;
    if (base === null) return null;
    return [base, `${base}.ts`, `${base}.tsx`].find((file) => known.has(file)) ?? null;
  };
  return new Map(
    found.map((file) => {
      const text = readFileSync(path.join(root, file), "utf8");
      const imports = [...text.matchAll(statement)].map((match): Import => {
        const [, type, clause = "", from, bare, dynamic, url] = match;
        const specifier = from ?? bare ?? dynamic ?? url ?? "";
        const { names, allTypes } = namesIn(clause);
        return {
          specifier,
          file: resolve(file, specifier),
          typeOnly: type !== undefined || (from !== undefined && allTypes),
          names: from === undefined ? ["*"] : names,
        };
      });
      const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
      return [file, { file, text, lines, imports }];
    }),
  );
}

/** Groups of files that reach one another by imports, types included; none in a good house. */
export function circlesOf(sources: ReadonlyMap<string, SourceFile>): string[][] {
  // Tarjan's strongly connected components.
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string) => {
    index.set(file, index.size);
    low.set(file, index.get(file) ?? 0);
    stack.push(file);
    for (const { file: to } of sources.get(file)?.imports ?? []) {
      if (to === null) continue;
      if (!index.has(to)) visit(to);
      if (stack.includes(to)) {
        low.set(file, Math.min(low.get(file) ?? 0, low.get(to) ?? 0));
      }
    }
    if (low.get(file) !== index.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) circles.push(circle);
  };
  for (const file of sources.keys()) if (!index.has(file)) visit(file);
  return circles;
}

/** The folder a file lies in, from the project's folder; "." for the top level. */
export const roomOf = (file: string) => path.posix.dirname(file);
