// The questions of the course, as `/questions.json` lists them.

import * as z from "zod";
import { siteFile } from "@/components/offline/site-version";
import { isFields } from "@/content/fields";
import type { Question } from "@/content/quiz/question";

// The pages forbid code made from text, which zod would try.
z.config({ jitless: true });

/** The site's own list: made, by the same version of it, of the type it is read as. */
const question = z.custom<Question>(
  (value) =>
    isFields(value) && typeof value.asks === "string" && typeof value.kind === "string",
);

const list = z.array(
  z.object({ id: z.string(), lesson: z.string().regex(/^[a-z0-9-]+$/), question }),
);

/** A question, and the slug of the lesson that asks it. */
export type CourseQuestion = { id: string; lesson: string; question: Question };

async function download(): Promise<readonly CourseQuestion[]> {
  const response = await fetch(siteFile("/questions.json"));
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return list.parse(await response.json());
}

let waiting: Promise<readonly CourseQuestion[]> | null = null;

/** Downloads all questions once; rejects where they cannot be had, and may be asked again. */
export function courseQuestions(): Promise<readonly CourseQuestion[]> {
  waiting ??= download().catch((error) => {
    waiting = null;
    throw error;
  });
  return waiting;
}
