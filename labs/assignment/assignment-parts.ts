// Each part that an assignment adds to a lab's link: its key, reader and writer.
import { quoted } from "../arithmetic/number-text";
import { kindOf } from "../data/datasets";
import { fields, type Run } from "../run/run";
import { type Assignment, feedbacks, gradedLimits, isDue, longest } from "./assignment";
import {
  formatGoals,
  formatPoints,
  parseGoals,
  pointLimits,
  pointsIn,
  withPoints,
} from "./goal";
import { lockable } from "./locks";

/** One part of a link, as text and as a value. */
type LinkPart<T> = {
  /** The name in a link. */
  key: string;
  /** The value of the text, and a sentence for each piece that is refused. */
  parse(text: string, run: Run): { value: T; refused: string[] };
  /** "" for what need not be written. */
  format(value: T): string;
};

/** Control characters, surrogates and marks that turn the writing about. */
const unseen = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

function text(key: string, most: number, spaces: RegExp): LinkPart<string> {
  return {
    key,
    parse(text) {
      const cut = text.length > most;
      const plain = text.slice(0, most).replaceAll("\r\n", "\n").replace(unseen, "");
      return {
        value: plain.replace(spaces, " ").trim(),
        refused: cut ? [`The link’s ${key} is cut after ${most} characters.`] : [],
      };
    },
    format: (value) => value,
  };
}

const goal: LinkPart<Assignment["goals"]> = {
  key: "goal",
  parse(text, run) {
    const { goals, refused: odd } = parseGoals(text);
    const refused =
      odd.length > 0 ? [`The link asks for what is no goal: ${named(odd)}.`] : [];
    const classless = kindOf(run) === "number";
    const value = goals.filter(({ kind }) => !(kind === "accuracy" && classless));
    if (value.length < goals.length) {
      refused.push(`The data “${run.data}” have no classes: no accuracy is asked for.`);
    }
    return { value, refused };
  },
  format: formatGoals,
};

/** The points of the goals, which stand under a key of their own. */
export const goalPoints = {
  key: "points",
  /** `asked` is the text that `goals` were read from. */
  parse(text: string, goals: Assignment["goals"], asked: string) {
    const { goals: value, refused: odd } = withPoints(goals, text, asked);
    const says = `The link’s points are a number from 0 to ${pointLimits.most} in halves for each goal, so these are left out: ${named(odd)}.`;
    return { value, refused: odd.length > 0 ? [says] : [] };
  },
  format: formatPoints,
};

const lock: LinkPart<Assignment["lock"]> = {
  key: "lock",
  parse(text) {
    const names = text.split("-");
    const value = lockable.filter((setting) => names.includes(fields[setting].key));
    const known = value.map((setting) => fields[setting].key);
    const odd = names.filter((name) => !known.includes(name)).map(quoted);
    const refused =
      odd.length > 0 ? [`The link locks what is no setting: ${named(odd)}.`] : [];
    return { value, refused };
  },
  format: (value) => value.map((setting) => fields[setting].key).join("-"),
};

const due: LinkPart<Assignment["due"]> = {
  key: "due",
  parse(text) {
    if (isDue(text)) return { value: text, refused: [] };
    const refused = [`The link’s due date ${quoted(text)} is none, so none is shown.`];
    return { value: null, refused };
  },
  format: (value) => value ?? "",
};

const { questions, tries: mostTries, minutes: mostMinutes } = gradedLimits;

/** Whether a text can be the id of a graded question, of the course or of a site's own. */
const isGradedId = (text: string) => /^[a-z0-9-]{1,80}$/.test(text);

const quiz: LinkPart<Assignment["quiz"]> = {
  key: "quiz",
  parse(text) {
    const value = new Set<string>();
    const odd: string[] = [];
    for (const id of text.split(".")) {
      if (isGradedId(id) && !value.has(id) && value.size < questions) value.add(id);
      else odd.push(quoted(id));
    }
    const says = `The link’s graded questions are at most ${questions} different ids, so these are left out: ${named(odd)}.`;
    return { value: [...value], refused: odd.length > 0 ? [says] : [] };
  },
  format: (value) => value.join("."),
};

const quizPoints: LinkPart<Assignment["quizPoints"]> = {
  key: "quizpoints",
  parse(text) {
    const value = pointsIn(text);
    if (value !== null) return { value, refused: [] };
    const says = `The link’s points for graded questions ${quoted(text)} are no number up to ${pointLimits.most} in halves, so they have none.`;
    return { value, refused: [says] };
  },
  format: (value) => (value === null ? "" : String(value)),
};

const feedback: LinkPart<Assignment["feedback"]> = {
  key: "feedback",
  parse(text) {
    const value = feedbacks.find((one) => one === text);
    if (value) return { value, refused: [] };
    const says = `The link’s feedback ${quoted(text)} is none of ${feedbacks.join(", ")}, so learners are told at once.`;
    return { value: "once", refused: [says] };
  },
  format: (value) => (value === "once" ? "" : value),
};

/** The whole number from 1 to `most` that a text is; null for any other text. */
function counted(text: string, most: number): number | null {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}

const tries: LinkPart<Assignment["tries"]> = {
  key: "tries",
  parse(text) {
    const value = counted(text, mostTries);
    if (value !== null) return { value, refused: [] };
    const says = `The link’s tries ${quoted(text)} are no number from 1 to ${mostTries}, so each graded question has one.`;
    return { value: 1, refused: [says] };
  },
  format: (value) => (value === 1 ? "" : String(value)),
};

const minutes: LinkPart<Assignment["minutes"]> = {
  key: "minutes",
  parse(text) {
    const value = counted(text, mostMinutes);
    if (value !== null) return { value, refused: [] };
    const says = `The link’s minutes ${quoted(text)} are no number from 1 to ${mostMinutes}, so there is no time limit.`;
    return { value, refused: [says] };
  },
  format: (value) => (value === null ? "" : String(value)),
};

/** An assignment without its lab and its run. */
export type Added = Omit<Assignment, "lab" | "run">;

/** Each part by its place in `Assignment`, in the order of a link. */
export const parts: { readonly [K in keyof Added]: LinkPart<Added[K]> } = {
  title: text("title", longest.title, /\s+/gu),
  goals: goal,
  quiz,
  quizPoints,
  feedback,
  tries,
  minutes,
  lock,
  due,
  note: text("note", longest.note, /\t/gu),
};

/** An assignment that asks for nothing. */
export const nothingAsked: Added = {
  title: "",
  goals: [],
  quiz: [],
  quizPoints: null,
  feedback: "once",
  tries: 1,
  minutes: null,
  lock: [],
  due: null,
  note: "",
};

/** The names of all parts, in the order of a link. */
export const partNames = Object.keys(parts) as readonly (keyof Added)[];

/** The first few pieces of a text, to be named. */
const named = (pieces: readonly string[]) =>
  `${pieces.slice(0, 3).join(", ")}${pieces.length > 3 ? ", …" : ""}`;
