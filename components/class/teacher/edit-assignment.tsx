"use client";
import { useMemo, useState } from "react";
import { GoalsForm } from "@/components/assignment/make/goals-form";
import { GradedForm } from "@/components/assignment/make/graded-form";
import type { LessonQuestions } from "@/components/assignment/make/question-choice";
import { dueOf, inputsOf } from "@/components/assignment/make/words-form";
import { assignmentIn, titleIn } from "@/components/class/class-assignment";
import { Button } from "@/components/kit/button";
import { Dialog } from "@/components/kit/dialog";
import { TextArea, TextField } from "@/components/kit/field";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { useFetched } from "@/components/kit/use-fetched";
import { type CourseQuestion, courseQuestions } from "@/components/quiz/course-questions";
import { changeAssignment } from "@/content/class/class-api";
import { counted } from "@/labs/arithmetic/number-text";
import { type Assignment, longest, mostPoints } from "@/labs/assignment/assignment";
import { linkOf } from "@/labs/assignment/assignment-link";
import { longestLink } from "@/labs/run/link";
import { type DayTime, DayTimeFields, inputsOfMoment, momentOf } from "./day-time";
import type { Board } from "./merged-board";

type Props = {
  classId: string;
  assignment: Board["assignments"][number];
  /** How many were handed in. */
  receipts: number;
  /** Whether the class is a course of an LMS. */
  inLms: boolean;
  onChanged(): void;
  onClose(): void;
};

/** Edits goals, graded questions, words and times; the run stays: learners have begun it. */
export function EditAssignment(props: Props) {
  const { assignment, onClose } = props;
  const asked = assignmentIn(assignment.link);
  return (
    <Dialog title={`Edit ${titleIn(assignment.link)}`} onClose={onClose}>
      {asked ? (
        <EditForm {...props} asked={asked} />
      ) : (
        <p>This version of the site cannot read the assignment.</p>
      )}
    </Dialog>
  );
}

/** An edit as it is typed. */
type Edit = { asked: Assignment; due: DayTime; closes: DayTime };

/** Edits begun and not saved: closing the dialog loses nothing. */
const edits = new Map<string, Edit>();

function EditForm({ asked, ...props }: Props & { asked: Assignment }) {
  const { classId, assignment, receipts, inLms, onChanged, onClose } = props;
  const key = `${assignment.id} ${assignment.link}`;
  const [edit, setEdit] = useState<Edit>(
    () =>
      edits.get(key) ?? {
        asked,
        due: inputsOf(asked.due),
        closes: inputsOfMoment(assignment.closes),
      },
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const lessons = useLessons();
  const { asked: draft, due, closes } = edit;
  function set(part: Partial<Edit>) {
    const next = { ...edit, ...part };
    edits.set(key, next);
    setEdit(next);
  }
  const link = linkOf({ ...draft, due: dueOf(due) });
  const change = (part: Partial<Assignment>) => set({ asked: { ...draft, ...part } });

  async function save() {
    if (saving) return;
    const wrong =
      ((due.day || due.time) && dueOf(due) === null && "The due date is no date.") ||
      ((closes.day || closes.time) &&
        momentOf(closes) === null &&
        "It closes on no date.");
    if (wrong) return setProblem(wrong);
    if (link.length > longestLink) {
      return setProblem("The instructions make the link too long: shorten them.");
    }
    setSaving(true);
    const answer = await changeAssignment(classId, assignment.id, {
      ...(link !== assignment.link && { link }),
      closes: momentOf(closes),
    });
    setSaving(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    edits.delete(key);
    onChanged();
    onClose();
  }

  return (
    <Stack
      as="form"
      aria-label="What is asked"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label="Title"
        value={draft.title}
        maxLength={longest.title}
        placeholder={draft.lab.title}
        onChange={({ target }) => change({ title: target.value })}
      />
      <DayTimeFields label="Due" value={due} onChange={(due) => set({ due })} />
      <Small>What comes later is taken, and marked late.</Small>
      <DayTimeFields
        label="Closes"
        value={closes}
        onChange={(closes) => set({ closes })}
      />
      <Small>Later nothing is taken any more. Leave it empty, and it never closes.</Small>
      <h3>Goals</h3>
      <GoalsForm {...{ draft, lessons }} onChange={change} />
      <GradedForm
        draft={{ ...draft, due: dueOf(due) }}
        lessons={lessons}
        taught={[{ classId }]}
        onChange={change}
      />
      {quizOf(draft) !== quizOf(asked) && (
        <Small>
          The new terms hold for those who have started as well: what they answered stays,
          and counts where its question is still asked.
        </Small>
      )}
      <TextArea
        label="Instructions"
        rows={4}
        value={draft.note}
        maxLength={longest.note}
        onChange={({ target }) => change({ note: target.value })}
      />
      {receipts > 0 && link !== assignment.link && (
        <Small>
          {counted(receipts, "receipt")} handed in already will be judged anew.
        </Small>
      )}
      {inLms && toldOf({ ...draft, due: dueOf(due) }) !== toldOf(asked) && (
        <Small>
          Where the LMS has a column for it, it keeps the title, due date and points that
          it was told: change them there too. Its grades stay in proportion.
        </Small>
      )}
      <Problem role="alert">{problem}</Problem>
      <Row>
        <Button type="submit" look="primary" inactive={saving}>
          Save
        </Button>
        <Status>{saving ? "It is saved…" : ""}</Status>
      </Row>
    </Stack>
  );
}

/** All that is set of graded questions, but for their points. */
const quizOf = ({ quiz, tries, minutes, feedback }: Assignment) =>
  [...quiz, tries, minutes, feedback].join(" ");

/** What an LMS is told of an assignment, once. */
const toldOf = (asked: Assignment) =>
  [asked.title, asked.due, mostPoints(asked)].join("\n");

const noQuestions: readonly CourseQuestion[] = [];

/** The questions of the course that a goal can ask for, by lesson; none until they came. */
function useLessons(): readonly LessonQuestions[] {
  const { value } = useFetched<readonly CourseQuestion[], { ok: false }>({
    key: "questions",
    read: () =>
      courseQuestions().then(
        (value) => ({ ok: true, value }),
        () => ({ ok: false }),
      ),
  });
  return useMemo(() => {
    const lessons = new Map<string, LessonQuestions["questions"][number][]>();
    for (const { id, lesson, question } of value ?? noQuestions) {
      const questions = lessons.get(lesson) ?? [];
      lessons.set(lesson, [...questions, { id, asks: question.asks }]);
    }
    return [...lessons].map(([slug, questions]) => {
      const words = slug.replaceAll("-", " ");
      return { slug, title: words.charAt(0).toUpperCase() + words.slice(1), questions };
    });
  }, [value]);
}
