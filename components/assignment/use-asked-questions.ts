"use client";
// The questions that an assignment asks, out of those of the course.
import { useEffect, useState } from "react";
import { type CourseQuestion, courseQuestions } from "@/components/quiz/course-questions";

/** "here": `known` has a place for each id asked, null where the course has no such id. */
export type AskedQuestions =
  | { status: "waiting" }
  | { status: "failed" }
  | { status: "here"; known: ReadonlyMap<string, CourseQuestion | null> };

const nothing: AskedQuestions = { status: "here", known: new Map() };

/** Downloads them where `ids` asks for any; the same `ids` at every render. */
export function useAskedQuestions(ids: readonly string[]) {
  const [asked, setAsked] = useState<AskedQuestions>(
    ids.length === 0 ? nothing : { status: "waiting" },
  );
  const [tries, setTries] = useState(1);
  useEffect(() => {
    if (ids.length === 0) return;
    let left = false;
    const tell = (next: AskedQuestions) => left || setAsked(next);
    courseQuestions().then(
      (all) => {
        const find = (id: string) => all.find((one) => one.id === id) ?? null;
        tell({ status: "here", known: new Map(ids.map((id) => [id, find(id)])) });
      },
      () => tell({ status: "failed" }),
    );
    return () => {
      left = true;
    };
  }, [ids, tries]);
  function retry() {
    setAsked({ status: "waiting" });
    setTries(tries + 1);
  }
  return { asked, retry };
}
