import { base64 } from "../arithmetic/base64";
import { type Run, settingText } from "../run/run";

// The parts of a Jupyter notebook, format 4.5.
// Source: "The Jupyter Notebook format", nbformat 5 documentation.

/** A cell: Markdown or Python, its text in lines. */
export type Cell = {
  id: string;
  kind: "markdown" | "code";
  lines: readonly string[];
  /** Jupyter shows it closed: there is nothing to read in it. */
  closed?: boolean;
};

/** A cell of Markdown. */
export const words = (id: string, ...lines: string[]): Cell => ({
  id: `${id}-words`,
  kind: "markdown",
  lines,
});

/** The value of a setting in Markdown: what is a formula there stays one. */
export function shown(run: Run, setting: keyof Run): string {
  const text = settingText(run, setting);
  return /[*<>]/.test(text) ? `\`${text}\`` : text;
}

/** A cell of Python. */
export const code = (id: string, ...lines: string[]): Cell => ({
  id,
  kind: "code",
  lines,
});

/** Lines that give a name to numbers, which the notebook's own `numbers` reads. */
export const decoded = (name: string, numbers: Float32Array) =>
  `${name} = numbers("""\n${base64Of(numbers)}\n""")`;

function cellJson({ id, kind, lines, closed = false }: Cell) {
  const text = lines.join("\n").split("\n");
  const last = text.length - 1;
  return {
    cell_type: kind,
    id,
    metadata: closed ? { jupyter: { source_hidden: true } } : {},
    source: text.map((line, at) => (at < last ? `${line}\n` : line)),
    ...(kind === "code" && { execution_count: null, outputs: [] }),
  };
}

/** The text of an `.ipynb` file. */
export function notebookText(cells: readonly Cell[]): string {
  const notebook = {
    cells: cells.map(cellJson),
    metadata: {
      kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
      language_info: { name: "python" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

/** How many characters `base64Of` needs for so many numbers, line breaks aside. */
export const base64Length = (count: number) => 4 * Math.ceil((4 * count) / 3);

/** The longest line of `base64Of`: a multiple of 4, so that no group is cut. */
const line = 1000;

/**
 * Single-precision numbers, little-endian, in base64, in lines of up to 1,000 characters.
 * Source: RFC 4648, section 4.
 */
export function base64Of(numbers: Float32Array): string {
  const bytes = new Uint8Array(4 * numbers.length);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, at) => {
    view.setFloat32(4 * at, number, true);
  });
  const text = base64(bytes);
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += line) lines.push(text.slice(at, at + line));
  return lines.join("\n");
}
