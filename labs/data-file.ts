// The files under `public/data` that some datasets are read from. Whoever trains such a
// dataset provides its text first: this folder can fetch nothing.

const texts = new Map<string, string>();

/** Gives the text of a file; a `.gz` file comes unpacked. */
export function provide(file: string, text: string) {
  texts.set(file, text);
}

export const isProvided = (file: string) => texts.has(file);

/** The text of a file. Throws where nobody provided it. */
export function textOf(file: string): string {
  const text = texts.get(file);
  if (text === undefined) throw new Error(`The file ${file} has not been loaded.`);
  return text;
}
