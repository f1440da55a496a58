// The files under `public/data` that some datasets are read from. Whoever trains such a
// dataset provides its text first: this folder can fetch nothing.

declare global {
  var nextPassFiles: Map<string, string> | undefined;
}

// One for all: a server that renders pages loads this module more than once.
globalThis.nextPassFiles ??= new Map();
const texts = globalThis.nextPassFiles;

/** Gives the text of a file; a `.gz` file comes unpacked. */
export function provide(file: string, text: string) {
  texts.set(file, text);
}

/** Whether the text of a file was given. */
export const isProvided = (file: string) => texts.has(file);

/** The text of a file. Throws where nobody provided it. */
export function textOf(file: string): string {
  const text = texts.get(file);
  if (text === undefined) throw new Error(`The file ${file} has not been loaded.`);
  return text;
}

/** The fewest lines of a file under `public/data`. */
const fewestLines = 100;

/**
 * Whether a text can be one of the files: lines of as many cells each. What a network
 * that wants its user to sign in answers instead is none, nor is an empty answer.
 */
function isTable(text: string): boolean {
  const widths = text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(",").length);
  const [width = 1] = widths;
  return (
    width > 1 && widths.length >= fewestLines && widths.every((one) => one === width)
  );
}

/** Whether a text can be that file: a packed one proved it when it was unpacked. */
export const isWhole = (file: string, text: string) =>
  file.endsWith(".txt.gz") || isTable(text);
