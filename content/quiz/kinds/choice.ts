// Choosing one option, or several: two kinds, and the shared half of those that show
// options in other ways.
import type { Permute } from "./draw";
import {
  type Answer,
  type ClaimedRun,
  type Explanation,
  type Head,
  type KindRecord,
  type PartFeedback,
  type Parts,
  textOf,
} from "./kind";

/** One thing that can be chosen, and why it is right or wrong. */
export type Option = {
  id: string;
  text: string;
  right: boolean;
  why: string;
  /** A run that shows what is wrong with it, for a wrong option. */
  refuted: ClaimedRun | null;
};

/** One of the options is right, or some are. */
export type ChoiceQuestion = Head & {
  kind: "one" | "several";
  options: readonly Option[];
};

type WithOptions = Head & { options: readonly Option[] };

/** The options that an answer chooses; null for one of another kind. */
export function chosenIn(answer: Answer): readonly string[] | null {
  if (answer.kind === "ticked") return answer.options;
  return answer.kind === "predicted" ? [answer.option] : null;
}

/** Options that were chosen are explained; the others once the answer is right, folded. */
function explain(
  { options }: WithOptions,
  answer: Answer,
  isRight: boolean,
): Explanation {
  const chosen = chosenIn(answer) ?? [];
  const parts = new Map(
    options
      .filter(({ id }) => chosen.includes(id))
      .map(({ id, right, why, refuted }): [string, PartFeedback] => [
        id,
        { right, why, refuted },
      ]),
  );
  const reasons = options
    .filter(({ id }) => !chosen.includes(id))
    .map(({ id, text, why, refuted }) => ({ id, text, why, refuted }));
  return isRight && reasons.length > 0
    ? { says: "", parts, folded: { title: "Why not the others?", reasons } }
    : { says: "", parts };
}

/** The half of a record that all kinds with options share. `many`: more may be chosen. */
export const choosing = (many: boolean) =>
  ({
    paper: { boxes: true },
    parts: ({ options }: WithOptions): Parts => ({
      parts: options.map(({ id, text }) => ({ id, text })),
      targets: [],
    }),
    empty: (): Answer => ({ kind: "ticked", options: [] }),
    fits: ({ parts }: Parts, answer: Answer) =>
      answer.kind === "ticked" &&
      (many || answer.options.length <= 1) &&
      answer.options.every((id) => parts.some((part) => part.id === id)),
    missing: (_: Parts, answer: Answer) =>
      chosenIn(answer)?.length === 0 ? "Choose an option first." : null,
    isRight({ options }: WithOptions, answer: Answer) {
      const chosen = chosenIn(answer);
      return (
        chosen !== null && options.every(({ id, right }) => right === chosen.includes(id))
      );
    },
    explain,
    words({ options }: WithOptions, answer: Answer) {
      const chosen = chosenIn(answer) ?? [];
      const known = options.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
      const all = [...known, ...chosen.filter((id) => !known.includes(id))];
      if (all.length === 0) return "nothing chosen";
      return all.map((id) => textOf(options, id)).join(" + ");
    },
    sheetKey({ options }: WithOptions, letterOf: (id: string) => string) {
      const right = options.filter((option) => option.right);
      const letters = right.map(({ id }) => letterOf(id)).sort();
      return { write: letters.join(", "), whys: right.map(({ why }) => why) };
    },
  }) satisfies Partial<KindRecord<WithOptions>>;

/** Options keep the file's order for seed 0, where a page is written before its reader is known. */
const arrange = <T>(
  { parts, targets }: Parts<T>,
  id: string,
  seed: number,
  permute: Permute,
): Parts<T> => ({
  parts: seed === 0 ? parts : permute(parts, `${id} options`, seed),
  targets,
});

/** One option is right. */
export const one: KindRecord<ChoiceQuestion> = {
  name: "one choice",
  way: "One answer",
  ...choosing(false),
  arrange,
};

/** Some options are right, and all of them are wanted. */
export const several: KindRecord<ChoiceQuestion> = {
  name: "several choices",
  way: "One or more answers",
  notYet: "Not quite: some ticks differ.",
  ...choosing(true),
  paper: { boxes: true, note: "Tick all that are right." },
  arrange,
};
