// Reads a lesson's questions from the YAML file beside it. A mistake names itself.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { course, type Slug } from "./course";
import { type Fields, isFields } from "./fields";
import type { Option, Question } from "./question";

/** Reads one question; `where` begins each error. */
function readQuestion(value: unknown, where: string): Question {
  if (!isFields(value)) throw new Error(`${where}: a question is a set of fields`);
  const text = (from: Fields, key: string, place: string) => {
    const found = from[key];
    if (typeof found !== "string" || found.trim() === "") {
      throw new Error(`${place}: "${key}" must be text`);
    }
    return found.trim();
  };
  const id = text(value, "id", where);
  const place = `${where}, ${id}`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new Error(`${place}: id is not kebab-case`);
  const asks = text(value, "asks", place);

  if (value.kind === "number") {
    const { answer, within = 0, unit = "" } = value;
    if (typeof answer !== "number" || typeof within !== "number" || !(within >= 0)) {
      throw new Error(`${place}: "answer" and "within" must be numbers`);
    }
    const [right, wrong] = [text(value, "right", place), text(value, "wrong", place)];
    return { id, asks, kind: "number", answer, within, unit: String(unit), right, wrong };
  }

  if (value.kind !== "one" && value.kind !== "several") {
    throw new Error(`${place}: "kind" must be one, several or number`);
  }
  const listed: unknown[] = Array.isArray(value.options) ? value.options : [];
  const options = listed.map((option, position): Option => {
    const spot = `${place}, option ${position + 1}`;
    if (!isFields(option)) throw new Error(`${spot}: an option is a set of fields`);
    const right = option.right === true;
    return { text: text(option, "text", spot), right, why: text(option, "why", spot) };
  });
  const rightOnes = options.filter((option) => option.right).length;
  if (options.length < 2 || rightOnes < 1 || (value.kind === "one" && rightOnes > 1)) {
    throw new Error(`${place}: needs two options or more, and a right answer`);
  }
  return { id, asks, kind: value.kind, options };
}

/** Reads the questions in a YAML text. Throws an Error that names what is wrong. */
export function parseQuestions(yaml: string, where: string): Question[] {
  const listed: unknown = parse(yaml);
  if (!Array.isArray(listed)) throw new Error(`${where}: not a list of questions`);
  return listed.map((value) => readQuestion(value, where));
}

/** The questions of one lesson, in their order. */
export async function readQuestions(slug: Slug): Promise<Question[]> {
  const file = path.join(process.cwd(), "content/lessons", `${slug}.quiz.yaml`);
  return parseQuestions(await readFile(file, "utf8"), `${slug}.quiz.yaml`);
}

/** Every question of the course, lesson by lesson. */
export async function readAllQuestions() {
  return Promise.all(
    course.map(async (slug) => ({ slug, questions: await readQuestions(slug) })),
  );
}
