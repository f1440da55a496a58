// What an assignment adds to a lab's link: each part with its key, reader and writer.

import { quoted } from "../arithmetic/number-text";
import { kindOf } from "../data/datasets";
import { fields, settings } from "../run/run";
import { type Assignment, longest } from "./assignment";
import { isDue } from "./due";
import { formatGoals, parseGoals } from "./goal-list";
import { minutes, quiz, tries } from "./graded-parts";
import { named, type Part } from "./part";

/** Control characters, surrogates and marks that turn the writing about. */
const unseen = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

function text(key: string, most: number, spaces: RegExp): Part<string> {
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

const goal: Part<Assignment["goals"]> = {
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

const lock: Part<Assignment["lock"]> = {
  key: "lock",
  parse(text) {
    const names = text.split("-");
    const value = settings.filter((setting) => names.includes(fields[setting].key));
    const known = value.map((setting) => fields[setting].key);
    const odd = names.filter((name) => !known.includes(name)).map(quoted);
    const refused =
      odd.length > 0 ? [`The link locks what is no setting: ${named(odd)}.`] : [];
    return { value, refused };
  },
  format: (value) => value.map((setting) => fields[setting].key).join("-"),
};

const due: Part<Assignment["due"]> = {
  key: "due",
  parse(text) {
    if (isDue(text)) return { value: text, refused: [] };
    const refused = [`The link’s due date ${quoted(text)} is none, so none is shown.`];
    return { value: null, refused };
  },
  format: (value) => value ?? "",
};

/** What an assignment has beside its lab and its run. */
export type Added = Omit<Assignment, "lab" | "run">;

/** Each part by its place in `Assignment`, in the order of a link. */
export const parts: { readonly [K in keyof Added]: Part<Added[K]> } = {
  title: text("title", longest.title, /\s+/gu),
  goals: goal,
  quiz,
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
  tries: 1,
  minutes: null,
  lock: [],
  due: null,
  note: "",
};

export const partNames = Object.keys(parts) as readonly (keyof Added)[];
