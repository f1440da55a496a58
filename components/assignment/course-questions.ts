// The questions of the course, as `/questions.json` lists them.
import * as z from "zod";
import type { Question } from "@/content/question";

// The pages forbid code made from text, which zod would try.
z.config({ jitless: true });

const asked = { id: z.string(), asks: z.string() };

const option = z.object({ text: z.string(), right: z.boolean(), why: z.string() });

const question = z.discriminatedUnion("kind", [
  z.object({ ...asked, kind: z.enum(["one", "several"]), options: z.array(option) }),
  z.object({
    ...asked,
    kind: z.literal("number"),
    answer: z.number(),
    within: z.number(),
    unit: z.string(),
    right: z.string(),
    wrong: z.string(),
  }),
]);

const list = z.array(
  z.object({ id: z.string(), lesson: z.string().regex(/^[a-z0-9-]+$/), question }),
);

/** A question, and the slug of the lesson that asks it. */
export type CourseQuestion = { id: string; lesson: string; question: Question };

async function download(): Promise<readonly CourseQuestion[]> {
  const response = await fetch("/questions.json");
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
