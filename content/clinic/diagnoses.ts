// What is wrong with each case of the clinic, as a question of the usual kind.
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Question } from "@/content/quiz/question";
import { parseQuestions } from "@/content/quiz/question-file";

const file = "content/clinic/diagnoses.yaml";

/** The question for each case, in the order of the cases. */
export const readDiagnoses = async (): Promise<Question[]> =>
  parseQuestions(await readFile(path.join(process.cwd(), file), "utf8"), file);
