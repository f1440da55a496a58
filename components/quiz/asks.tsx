"use client";
import { WithCode } from "@/components/kit/with-code";
import { type AskedWords, worded } from "@/content/quiz/second-wording";
import { useWording } from "./reader-seed";

/** What a question asks, in the wording of this reader: for lists. */
export function Asks({ question }: { question: AskedWords }) {
  const { asks } = worded(question, useWording(question));
  return <WithCode text={asks.replace("___", "…")} />;
}
