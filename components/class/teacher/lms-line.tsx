"use client";
// A class’s course in the LMS: its roster, and the grades on their way there.
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Row } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { useFetched } from "@/components/kit/use-fetched";
import type { Refused } from "@/content/class/class-api";
import type { LmsMessage } from "@/content/class/lms-messages";
import { fillFromLms, readLms } from "@/content/class/roster-api";
import { counted } from "@/labs/arithmetic/number-text";

/** How often it is read where there is an LMS, in milliseconds. */
const often = 15_000;

/** What the LMS knows; null where the class is no course of one, or until it came. */
export function useLms(classId: string): LmsMessage | null {
  const { value } = useFetched<LmsMessage, Refused>({
    key: classId,
    read: () => readLms(classId),
    pause({ value, problem }, hidden) {
      if (hidden || value?.courses.length === 0) return null;
      return Math.max(often, problem?.wait ?? 0);
    },
  });
  return value && value.courses.length > 0 ? value : null;
}

/** In one line: the grades that the LMS has, is to get, and could not be given. */
export function gradesText({ told, waits, troubles, gone }: LmsMessage): string {
  const words = [`The LMS has ${counted(told, "grade")}`];
  if (waits > 0) words.push(`${waits} on the way`);
  if (troubles.length > 0) {
    words.push(`${troubles.length} could not be sent: open their cells to read why`);
  }
  if (gone.length > 0) {
    words.push(`${counted(gone.length, "learner")} left the course there`);
  }
  return `${words.join(" · ")}.`;
}

type Filled = Extract<Awaited<ReturnType<typeof fillFromLms>>, { ok: true }>["value"];

/** What became of filling the class. */
export function filledText({ added, left, full, unread }: Filled): string {
  const words = [`${counted(added, "learner")} added`];
  if (left > 0) words.push(`${left} no longer in the course: they stay in the class`);
  if (full > 0) words.push(`no room for ${full}`);
  if (unread > 0) {
    const entries = counted(unread, "entry", "entries");
    words.push(`${entries} could not be read, so it is not said who left`);
  }
  return `${words.join(", ")}.`;
}

type Props = {
  classId: string;
  lms: LmsMessage;
  onChanged(): void;
};

/** The line above the table of learners. */
export function LmsLine({ classId, lms, onChanged }: Props) {
  const [told, setTold] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [filling, setFilling] = useState(false);

  async function fill() {
    setFilling(true);
    setProblem(null);
    setTold("");
    const answer = await fillFromLms(classId);
    setFilling(false);
    if (!answer.ok) return setProblem(answer.problem);
    setTold(filledText(answer.value));
    onChanged();
  }

  return (
    <Row data-lms>
      <Status>{gradesText(lms)}</Status>
      {lms.courses.some(({ roster }) => roster) && (
        <Button onClick={fill} disabled={filling}>
          Fill from the LMS
        </Button>
      )}
      <Status>{told}</Status>
      <Problem role="alert">{problem}</Problem>
    </Row>
  );
}
