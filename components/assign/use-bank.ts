"use client";
// The site's own graded questions, which only its server knows.
import { useCallback, useRef, useState } from "react";
import { readGraded } from "@/components/class/api";
import type { LessonQuestions } from "./question-choice";

export type Bank =
  | { status: "unasked" | "waiting" }
  /** `says`: why they are not there, in a sentence. */
  | { status: "failed"; says: string }
  | { status: "here"; bank: LessonQuestions };

/** Asks for them when it is told to, until they are there. */
export function useBank(): { bank: Bank; load(): void } {
  const [bank, setBank] = useState<Bank>({ status: "unasked" });
  const asking = useRef(false);
  const load = useCallback(async () => {
    if (asking.current) return;
    asking.current = true;
    setBank({ status: "waiting" });
    const answer = await readGraded();
    asking.current = answer.ok;
    if (answer.ok) {
      const { questions } = answer.value;
      const bank = { slug: "bank", title: "The site’s own bank", questions };
      return setBank({ status: "here", bank });
    }
    const says =
      answer.status === 404
        ? "This site runs without a server, so it has neither classes nor graded questions of its own."
        : "The site’s own bank cannot be read just now, so only the lessons’ questions are listed: close and open this list to try again.";
    setBank({ status: "failed", says });
  }, []);
  return { bank, load: () => void load() };
}
