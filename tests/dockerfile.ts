// A Dockerfile as its stages and their instructions, and what .dockerignore leaves out.
export type Step = { word: string; text: string };

export type Stage = { from: string; name: string | null; steps: readonly Step[] };

/** Each instruction of a Dockerfile on a line of its own, without comments. */
const linesOf = (dockerfile: string) =>
  dockerfile
    .split("\n")
    .filter((line) => !/^\s*#/.test(line))
    .join("\n")
    .replace(/\\\n\s*/g, "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** The stages of a Dockerfile. Throws at an instruction before the first FROM. */
export function stagesOf(dockerfile: string): Stage[] {
  const stages: { from: string; name: string | null; steps: Step[] }[] = [];
  for (const line of linesOf(dockerfile)) {
    const [, word = "", text = ""] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (word === "FROM") {
      const [, from = "", name = null] = /^(\S+)(?: AS (\S+))?$/.exec(text) ?? [];
      stages.push({ from, name, steps: [] });
    } else {
      const stage = stages.at(-1);
      if (!stage || !word) throw new Error(`No instruction: ${line}`);
      stage.steps.push({ word, text });
    }
  }
  return stages;
}

/** What the last of a kind of instruction says; null where there is none. */
export const lastOf = ({ steps }: Stage, word: string): string | null =>
  steps.findLast((step) => step.word === word)?.text ?? null;

/** The variables that a stage sets, by name. */
export function variablesOf({ steps }: Stage): Record<string, string> {
  const all = steps.filter(({ word }) => word === "ENV").map(({ text }) => text);
  return Object.fromEntries(
    all.flatMap((text) =>
      [...text.matchAll(/(\w+)=(\S+)/g)].map(([, name = "", value = ""]) => [
        name,
        value,
      ]),
    ),
  );
}

/** Whether a .dockerignore without exceptions leaves a file of the context out. */
export const leavesOut = (dockerignore: string, file: string): boolean =>
  dockerignore
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((rule) => rule.replaceAll(".", "\\.").replaceAll("*", "[^/]*"))
    .some((rule) => new RegExp(`^${rule}(/|$)`).test(file));
