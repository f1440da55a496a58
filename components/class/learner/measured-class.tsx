"use client";
import { useState } from "react";
import { Small, Stack } from "@/components/kit/layout";
import { Problem } from "@/components/kit/status";
import { Tick } from "@/components/kit/tick";
import { declineMeasure } from "@/content/class/class-api";

type Props = {
  classId: string;
  /** Whether this learner's answers are left out. */
  declines: boolean;
  onChanged(): Promise<void>;
};

/** Tells a learner that the class is measured, and takes their no. */
export function MeasuredClass({ classId, declines, onChanged }: Props) {
  // The choice is shown at once, until the class tells it.
  const [asked, setAsked] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function decline(next: boolean) {
    setAsked(next);
    const answer = await declineMeasure(classId, next);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) await onChanged();
    setAsked(null);
  }

  return (
    <Stack>
      <h3>Your answers help to improve the questions</h3>
      <p>
        Of the quiz answers that are handed in, the class counts how many were right, what
        wrong answers drew, how long they took and how sure their learners were; of votes
        in the room, how many were right before and after the arguing. The counts tell the
        course’s authors which questions to rewrite. They hold no names, no codes, no
        times of day and nothing that was typed, and what fewer than 20 answered has no
        shares.
      </p>
      <Tick
        checked={asked ?? declines}
        onChange={({ target }) => decline(target.checked)}
      >
        Leave my answers and votes out
      </Tick>
      <Small>Nobody is told who leaves theirs out, and it costs you nothing.</Small>
      <Problem role="alert">{problem}</Problem>
    </Stack>
  );
}
