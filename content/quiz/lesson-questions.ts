// The questions of the course, from the YAML files beside its lessons.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { course, type Slug } from "@/content/course";
import places from "./former-places.json" with { type: "json" };
import type { Places } from "./kinds/kind";
import { formerPlaces, type Question } from "./question";
import { parseQuestions } from "./question-file";

/**
 * Where the parts of each question stood when answers still named positions. It is frozen:
 * what was answered then is read by it, however the files are ordered today.
 */
const former: ReadonlyMap<string, Places> = new Map(Object.entries(places));

const isSame = (one: Places, other: Places) =>
  one.parts.join() === other.parts.join() && one.targets.join() === other.targets.join();

/** A question with the places that its parts had, if they have others now. */
export function withFormerPlaces(question: Question): Question {
  const formerly = former.get(question.id);
  return !formerly || isSame(formerly, formerPlaces(question))
    ? question
    : { ...question, formerly };
}

/** The questions of one lesson, in their order. */
export async function readQuestions(slug: Slug): Promise<Question[]> {
  const file = path.join(process.cwd(), "content/lessons", `${slug}.quiz.yaml`);
  const questions = parseQuestions(await readFile(file, "utf8"), `${slug}.quiz.yaml`);
  return questions.map(withFormerPlaces);
}

/** Every question of the course, lesson by lesson. */
export async function readAllQuestions() {
  return Promise.all(
    course.map(async (slug) => ({ slug, questions: await readQuestions(slug) })),
  );
}
