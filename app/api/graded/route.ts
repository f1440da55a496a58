// The site's own bank of graded questions, without anything that tells an answer.
import type * as z from "zod";
import { handled } from "@/app/server/class-route";
import { classServer, hasClasses } from "@/app/server/class-server";
import { gradedBank } from "@/app/server/question-bank";
import { addressOf, spend } from "@/app/server/rate-limits";
import type { responses } from "@/content/class/messages";

type Told = z.infer<typeof responses.graded>;

export const GET = handled(async (request) => {
  // Where there is no folder yet, asking makes none.
  if (!hasClasses()) return Response.json({ questions: [] } satisfies Told);
  const { limits } = await classServer();
  await spend(limits.graded, addressOf(request));
  const bank = await gradedBank();
  const told: Told = { questions: bank.map(({ id, asks }) => ({ id, asks })) };
  return Response.json(told);
});
