// Reads questions from YAML, as an author writes them. A mistake names itself.
import { parse } from "yaml";
import { evaluated } from "./expression";
import { type Question, targetsOf } from "./question";
import { countOf, drawnNumber, type Variants } from "./variants";
import { type Written, written } from "./written-question";

/** What the shape alone does not say. */
function problemOf(question: Question): string | null {
  const repeated = (texts: readonly string[]) => new Set(texts).size < texts.length;
  if (question.kind === "order") {
    return repeated(question.items.map((item) => item.text))
      ? "two items are the same"
      : null;
  }
  if (question.kind === "match") {
    if (repeated(question.pairs.map((pair) => pair.text))) return "two pairs begin alike";
    return targetsOf(question).length < 2 ? "all pairs lead to the same" : null;
  }
  if (question.kind === "number" && !(question.within >= 0)) {
    return '"within" must be a number, 0 or above';
  }
  if (!("options" in question)) return null;
  const { kind } = question;
  if (repeated(question.options.map((one) => one.text)))
    return "two options are the same";
  const right = question.options.filter((one) => one.right).length;
  if (right < 1) return "needs a right answer";
  if (right > 1 && kind !== "several") return "has more than one right answer";
  return question.options.some((one) => one.right && one.refuted)
    ? "a right option cannot be refuted"
    : null;
}

/** The most values that a number is drawn from: from endless ones, drawing has no end. */
const mostValues = 1_000_000;

/** Numbers as the question of seed 0 has them. */
function withNumbers(question: Extract<Written, { kind: "number" }>): Question {
  const { draws, answer, within, asks, right, wrong, ...rest } = question;
  if (Object.keys(draws).length === 0) {
    const value = (from: number | string) =>
      typeof from === "number" ? from : evaluated(from, {});
    return {
      ...rest,
      ...{ asks, right, wrong },
      answer: value(answer),
      within: value(within),
      variants: null,
    };
  }
  const variants: Variants = {
    draws,
    ...{ asks, right, wrong },
    answer: String(answer),
    within: String(within),
  };
  if (Object.values(draws).some((range) => countOf(range) < 1)) {
    throw new Error("a number is drawn from nothing");
  }
  if (Object.values(draws).some((range) => !(countOf(range) <= mostValues))) {
    throw new Error("a number is drawn from more than a million values");
  }
  return { ...rest, ...drawnNumber(rest.id, variants, 0), variants };
}

function asQuestion(question: Written): Question {
  if (question.kind === "number") return withNumbers(question);
  if (question.kind !== "predict") return question;
  const { run, ...rest } = question;
  return { ...rest, ...run };
}

/** What an author wrote, by its id or its place, in a path such as "options 2, why". */
function placeOf(value: unknown, at: number, path: readonly PropertyKey[]): string {
  const id =
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string"
      ? value.id.slice(0, 80)
      : `question ${at + 1}`;
  const inside = path.map((key) =>
    typeof key === "number" ? key + 1 : `"${String(key)}"`,
  );
  return [id, ...(inside.length > 0 ? [inside.join(" ")] : [])].join(", ");
}

function readQuestion(value: unknown, at: number, where: string): Question {
  const read = written.safeParse(value);
  if (!read.success) {
    const issue = read.error.issues[0];
    const path = issue?.path ?? [];
    throw new Error(`${where}, ${placeOf(value, at, path)}: ${issue?.message ?? "odd"}`);
  }
  const place = `${where}, ${read.data.id}`;
  let question: Question;
  try {
    question = asQuestion(read.data);
  } catch (error) {
    throw new Error(`${place}: ${error instanceof Error ? error.message : error}`);
  }
  const problem = problemOf(question);
  if (problem) throw new Error(`${place}: ${problem}`);
  return question;
}

/** Reads the questions in a YAML text. Throws an Error that names what is wrong. */
export function parseQuestions(yaml: string, where: string): Question[] {
  const listed: unknown = parse(yaml);
  if (!Array.isArray(listed)) throw new Error(`${where}: not a list of questions`);
  return listed.map((value, at) => readQuestion(value, at, where));
}
