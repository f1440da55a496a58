"use client";
import type { LessonQuestions } from "@/components/assignment/make/question-choice";
import { Workshop } from "@/components/assignment/make/workshop";
import { boardPath } from "@/components/class/teacher/class-address";
import { useOpenedClasses } from "@/components/class/teacher/opened-classes";

/** The workshop, beside the classes that this browser teaches. */
export function TaughtWorkshop({ lessons }: { lessons: readonly LessonQuestions[] }) {
  const opened = useOpenedClasses();
  const taught = opened.map(({ classId, name }) => ({
    classId,
    name,
    board: boardPath(classId),
  }));
  return <Workshop {...{ lessons, taught }} />;
}
