// Texts: the network sees the latest letters and predicts the next one.

import type { ExampleSettings, TableDataset } from "@/labs/data/dataset";
import { alphabet, lettersOf, oneHot, placesOf } from "./alphabet";
import { textOf } from "./data-file";

const lessonsFile = "lessons.txt.gz";

let read: string | null = null;

/** The prose of the lessons in the letters of the alphabet. Throws where its file is missing. */
export function lessonsText(): string {
  read ??= lettersOf(textOf(lessonsFile));
  return read;
}

/** The text of a run, in the letters of the alphabet. Throws where its file is missing. */
export const textOfRun = ({ data, text }: { data: string; text: string }) =>
  data === "text" ? text : lessonsText();

/** How a blank is shown where it stands alone. */
const shownBlank = "␣";

/** The letters as pages name them, in the order of the alphabet. */
export const letterNames: readonly string[] = Array.from(alphabet, (letter) =>
  letter === " " ? shownBlank : letter,
);

function letters(
  label: string,
  file: string | null,
  textIn: (run: Pick<ExampleSettings, "text">) => string,
): TableDataset {
  return {
    on: "text",
    label,
    uses: file === null ? ["context", "text"] : ["context"],
    kind: () => "several",
    classes: () => letterNames,
    file,
    width: ({ context }) => context * alphabet.length,
    rows(run) {
      const { context } = run;
      const places = placesOf(textIn(run));
      const all = oneHot(places);
      const width = context * alphabet.length;
      const count = places.length - context;
      const features = new Float32Array(count * width);
      for (let row = 0; row < count; row += 1) {
        const from = row * alphabet.length;
        features.set(all.subarray(from, from + width), row * width);
      }
      return { features, targets: Float32Array.from(places.subarray(context)) };
    },
  };
}

// Source: paragraphs of this course's first six lessons as of November 2026, by turns. They
// stay as they were then: equal links train on equal texts.
export const lessons = letters("The lessons’ own words", lessonsFile, lessonsText);

export const own = letters("Your own text", null, ({ text }) => text);
