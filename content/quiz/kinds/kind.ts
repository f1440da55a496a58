// The shape of a question kind's record, and all that kinds have in common. Each kind's
// record stands in a file beside this one; how its questions are written in YAML, GIFT and
// QTI stands in `<kind>-file.ts`, which no page loads.
import type { Idea } from "@/content/ideas";
import type { Permute } from "./draw";

/** A lab at the run of one of its claims, and at a pass of it where one is to be looked at. */
export type ClaimedRun = { lab: string; claim: string; at?: number };

/** The ids of a question's parts and targets, by position. */
export type Places = { parts: readonly string[]; targets: readonly string[] };

/** The part of a question that no kind changes. `id` is unique in the course and never changes: answers are kept under it. */
export type Head = {
  id: string;
  asks: string;
  /** Another way to ask the same, which half of the readers see; left out: there is none. */
  reworded?: string;
  idea: Idea;
  /** The id of the heading of its lesson whose text it tests. */
  section: string;
  /** Shown one by one before the answer, to whoever asks. */
  hints: readonly string[];
  /** Where its parts stood when answers named positions; left out where they still do. */
  formerly?: Places;
};

/**
 * Something to choose, to put in order or to match. Answers name it by `id`, which is
 * unique in its question and never changes.
 */
export type Part = {
  id: string;
  text: string;
  /** Its place in the question's figure. */
  spot?: string;
};

/** `targets`: the right-hand sides of a matching; elsewhere there are none. */
export type Parts<T = Part> = { parts: readonly T[]; targets: readonly T[] };

/** An answer as it was given; it names parts by their ids. */
export type Answer =
  /** Options that were ticked, or pointed at. */
  | { kind: "ticked"; options: readonly string[] }
  /** The text of a number or a blank; `seed` drew the numbers (left out: 0). */
  | { kind: "typed"; text: string; seed?: number }
  /** The items, first to last. */
  | { kind: "ordered"; items: readonly string[] }
  /** The target of each left-hand side that has one. */
  | { kind: "matched"; to: ReadonlyMap<string, string> }
  /** The option predicted, and the one that the reader's own run made true, if any. */
  | { kind: "predicted"; option: string; came: string | null };

/** Whether one part of an answer is right, and why; an empty `why` is not told yet. */
export type PartFeedback = { right: boolean; why: string; refuted: ClaimedRun | null };

/** A reason that can be unfolded: `text` names what it is about. */
export type Reason = {
  id: string;
  text: string;
  why: string;
  refuted: ClaimedRun | null;
};

/**
 * `says`: of the answer as a whole; may be empty. `parts`: by id, of those worth a word.
 * `folded`: told to whoever asks for it; left out where there is no more to tell.
 */
export type Explanation = {
  says: string;
  parts: ReadonlyMap<string, PartFeedback>;
  folded?: { title: string; reasons: readonly Reason[] };
};

/** The right answer on a sheet of paper, where parts have letters, and the reasons. */
export type SheetKey = { write: string; whys: readonly string[] };

/** All that is particular to one kind of question. */
export type KindRecord<Q extends Head> = {
  /** In a list of kinds, such as "fill a blank". */
  name: string;
  /** Above the question: how it is answered. */
  way: string;
  /** Said of a wrong answer; left out: "Not right yet." */
  notYet?: string;
  /** How the question is set on paper. */
  paper: {
    /** Stands below the question. */
    note?: string;
    /** Whether each part has a box to tick. */
    boxes?: true;
    /** Stands before a line to write on. */
    line?: string;
  };
  /** Its text holds the place of the answer, written `___`. */
  holdsBlank?: true;

  /** The question with its numbers drawn from a seed. May throw. */
  draw?(question: Q, seed: number): Q;
  /** Whether another seed draws other numbers. */
  varies?(question: Q): boolean;
  unit?(question: Q): string;
  /** The name of a figure with spots. */
  figure?(question: Q): string;
  /** In the order of the file. */
  parts(question: Q): Parts;
  /** Puts parts into the order that the seed shows, whatever they are; left out: as they are. */
  arrange?<T>(lists: Parts<T>, id: string, seed: number, permute: Permute): Parts<T>;

  /** The answer before anything is chosen, moved or typed. */
  empty(shown: Parts): Answer;
  /** Whether the answer can be shown: one kept before the question was rewritten may not. */
  fits(shown: Parts, answer: Answer): boolean;
  /** Why the answer cannot be judged yet; null where it can. */
  missing(shown: Parts, answer: Answer): string | null;
  isRight(question: Q, answer: Answer): boolean;
  explain(question: Q, answer: Answer, right: boolean): Explanation;
  /** The answer in words, for a teacher. */
  words(question: Q, answer: Answer): string;
  /** `shown`: its parts as they stand on the sheet, with their letters. */
  sheetKey(question: Q, letterOf: (id: string) => string, shown: Parts): SheetKey;

  /** The answer that another try begins with after a wrong one; left out: an empty one. */
  retry?(answer: Answer, feedback: Explanation): Answer;
  /** Where a part of an answer stands: what was right of it holds while it stays there. */
  standing?(answer: Answer, part: string): string | number | undefined;

  /** For a question whose answer is committed to and then judged by the reader's own run. */
  trained?(question: Q): TrainedQuestion;
  /** How it is answered where nothing is trained; left out: the same way. */
  wayUntrained?: string;
};

/** As much of such a question as the lab below it needs. */
export type TrainedQuestion = ClaimedRun & {
  /** A sentence on where to look while it trains; may be empty. */
  look: string;
  /** `when`: the condition on the trained run under which the option came true. */
  options: readonly { id: string; text: string; when: string }[];
};

/** The longest id of a part, in characters: a text of an answer has room for twelve pairs. */
export const longestPartId = 40;

/** The text of a part; a kept answer may name one that was taken out since. */
export const textOf = (parts: readonly Part[], id: string): string =>
  parts.find((part) => part.id === id)?.text ?? "an option that is no longer there";

/** Of kinds that are answered by typing. */
export const noParts: Parts = { parts: [], targets: [] };

/** Of a question that has no parts, or that nobody knows. */
export const noPlaces: Places = { parts: [], targets: [] };

/** The same answer with other names of parts and targets. */
export function renamed(
  answer: Answer,
  part: (id: string) => string,
  target: (id: string) => string,
): Answer {
  switch (answer.kind) {
    case "typed":
      return answer;
    case "ticked":
      return { ...answer, options: answer.options.map(part) };
    case "ordered":
      return { ...answer, items: answer.items.map(part) };
    case "matched":
      return {
        ...answer,
        to: new Map([...answer.to].map(([id, to]) => [part(id), target(to)])),
      };
    case "predicted":
      return {
        ...answer,
        option: part(answer.option),
        came: answer.came === null ? null : part(answer.came),
      };
  }
}

/** Whether both lists hold the same ids, in any order. */
export const sameIds = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

/** A typed answer in words for a teacher. */
export const typedWords = (answer: Answer, unit = ""): string =>
  answer.kind === "typed" ? `“${answer.text.trim()}”${unit && ` ${unit}`}` : "";
