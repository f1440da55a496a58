// A question as the server puts it: see `Posed`.
import * as z from "zod";
import type { Posed } from "@/content/quiz/question";

const head = { id: z.string(), asks: z.string(), seed: z.int().min(0) };
const texts = z.array(z.string());

/** Strict: a field that told the answer would not go unnoticed. */
export const posedShape: z.ZodType<Posed> = z.discriminatedUnion("kind", [
  z.strictObject({ ...head, kind: z.enum(["one", "several"]), options: texts }),
  z.strictObject({
    ...head,
    kind: z.literal("point"),
    figure: z.string(),
    options: z.array(z.strictObject({ text: z.string(), spot: z.string() })),
  }),
  z.strictObject({ ...head, kind: z.literal("predict"), options: texts }),
  z.strictObject({ ...head, kind: z.literal("number"), unit: z.string() }),
  z.strictObject({ ...head, kind: z.literal("blank") }),
  z.strictObject({ ...head, kind: z.literal("order"), items: texts }),
  z.strictObject({ ...head, kind: z.literal("match"), items: texts, targets: texts }),
]);
