// The graded questions of an assignment in its link: which, how often, for how long.
import { quoted } from "../arithmetic/number-text";
import { type Assignment, gradedLimits } from "./assignment";
import { named, type Part } from "./part";

const { questions, tries: mostTries, minutes: mostMinutes } = gradedLimits;

/** Whether a text can be the id of a graded question, of the course or of a site's own. */
export const isGradedId = (text: string) => /^[a-z0-9-]{1,80}$/.test(text);

export const quiz: Part<Assignment["quiz"]> = {
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

/** The whole number from 1 to `most` that a text is; null for any other text. */
function counted(text: string, most: number): number | null {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}

export const tries: Part<Assignment["tries"]> = {
  key: "tries",
  parse(text) {
    const value = counted(text, mostTries);
    if (value !== null) return { value, refused: [] };
    const says = `The link’s tries ${quoted(text)} are no number from 1 to ${mostTries}, so each graded question has one.`;
    return { value: 1, refused: [says] };
  },
  format: (value) => (value === 1 ? "" : String(value)),
};

export const minutes: Part<Assignment["minutes"]> = {
  key: "minutes",
  parse(text) {
    const value = counted(text, mostMinutes);
    if (value !== null) return { value, refused: [] };
    const says = `The link’s minutes ${quoted(text)} are no number from 1 to ${mostMinutes}, so there is no time limit.`;
    return { value, refused: [says] };
  },
  format: (value) => (value === null ? "" : String(value)),
};
