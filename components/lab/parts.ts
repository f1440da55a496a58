// The parts of a lab's page, for those who embed only some of them.

/** Each part by its name in a link's `controls`. */
export const parts = {
  question: "its title and question",
  claims: "the claims",
  buttons: "Train, Step, Reset, the speed",
  status: "where the run is",
  views: "the views beside the curve",
  curve: "the loss curve",
  settings: "the settings",
  shelf: "the run shelf",
  link: "the link",
} as const;

export type Part = keyof typeof parts;

export const allParts: ReadonlySet<Part> = new Set(Object.keys(parts).filter(isPart));

function isPart(text: string): text is Part {
  return Object.hasOwn(parts, text);
}

/**
 * Reads a link's `controls`, as in `buttons-curve`, and takes it out of the query: all
 * parts where it is missing, and a sentence where it names something else.
 */
export function partsIn(query: string): {
  parts: ReadonlySet<Part>;
  rest: string;
  problem: string | null;
} {
  const asked = new URLSearchParams(query);
  const text = asked.get("controls");
  asked.delete("controls");
  const rest = asked.toString();
  if (text === null) return { parts: allParts, rest, problem: null };
  const names = text.slice(0, 200).split("-");
  const known = names.filter(isPart);
  if (known.length === names.length)
    return { parts: new Set(known), rest, problem: null };
  const problem = `“controls” in the link must be some of ${Object.keys(parts).join(", ")}, joined by “-”; the lab is shown whole.`;
  return { parts: allParts, rest, problem };
}
