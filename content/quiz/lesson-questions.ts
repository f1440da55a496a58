// The questions of the course, from the YAML files beside its lessons.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { course, type Slug } from "../course";
import type { Question } from "./question";
import { parseQuestions } from "./question-file";

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
