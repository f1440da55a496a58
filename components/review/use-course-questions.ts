"use client";
import { useEffect, useState } from "react";
import { type CourseQuestion, courseQuestions } from "@/components/quiz/course-questions";

type Questions = readonly CourseQuestion[] | "waiting" | "failed";

/** All questions of the course; `retry` asks for them again where that failed. */
export function useCourseQuestions() {
  const [questions, setQuestions] = useState<Questions>("waiting");
  const [tries, setTries] = useState(1);
  useEffect(() => {
    let left = false;
    courseQuestions().then(
      (all) => left || setQuestions(all),
      () => left || setQuestions("failed"),
    );
    return () => {
      left = true;
    };
  }, [tries]);
  return { questions, retry: () => setTries(tries + 1) };
}
