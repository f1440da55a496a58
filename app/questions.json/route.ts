// Every question of the course, for pages that ask for some by their ids.
import { readAllQuestions } from "@/content/quiz/lesson-questions";

export const dynamic = "force-static";

export async function GET() {
  const lessons = await readAllQuestions();
  return Response.json(
    lessons.flatMap(({ slug, questions }) =>
      questions.map((question) => ({ id: question.id, lesson: slug, question })),
    ),
  );
}
