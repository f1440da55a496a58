// The site's own bank of graded questions, without anything that tells an answer.
import type * as z from "zod";
import { classRoute } from "@/app/server/class-route";
import { classServer, hasClasses } from "@/app/server/class-server";
import { gradedBank } from "@/app/server/question-bank";
import { addressOf, spend } from "@/app/server/rate-limits";
import type { responses } from "@/content/class/messages";

type Graded = z.infer<typeof responses.graded>;

export const GET = classRoute(async (request) => {
  // Asking makes no folder where there is none yet.
  if (!hasClasses()) return Response.json({ questions: [] } satisfies Graded);
  const { limits } = await classServer();
  spend(limits.graded, addressOf(request));
  const bank = await gradedBank();
  const graded: Graded = { questions: bank.map(({ id, asks }) => ({ id, asks })) };
  return Response.json(graded);
});
