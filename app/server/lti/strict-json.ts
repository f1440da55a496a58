/** Thrown where an object of a JSON text has a name twice, which readers read differently. */
export const doubledName = Symbol("a name twice");

const token = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** The value of a JSON text. Throws a SyntaxError, or `doubledName`. */
export function strictJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  // From here on the text is known to be JSON.
  const open: Set<string>[] = [];
  let last = "";
  for (const [found] of text.matchAll(token)) {
    if (found === "{" || found === "[") open.push(new Set());
    else if (found === "}" || found === "]") open.pop();
    else if (found === ":") {
      const name = String(JSON.parse(last));
      const names = open.at(-1);
      if (names?.has(name)) throw doubledName;
      names?.add(name);
    }
    last = found;
  }
  return value;
}
