// The site's own bank of graded questions, for a class's teachers alone.
import type * as z from "zod";
import { gradedBank } from "@/app/server/question-bank";
import { spend } from "@/app/server/rate-limits";
import { teacherRoute } from "@/app/server/sessions";
import type { responses } from "@/content/class/messages";

type Graded = z.infer<typeof responses.graded>;

export const GET = teacherRoute(async ({ schoolClass, limits }) => {
  spend(limits.graded, schoolClass.id);
  const bank = await gradedBank();
  const graded: Graded = { questions: bank.map(({ id, asks }) => ({ id, asks })) };
  return Response.json(graded);
});
