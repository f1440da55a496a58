"use client";
import { useEffect, useState } from "react";
import { useAnswers } from "@/components/quiz/answer-store";
import { dueOf } from "@/content/quiz/schedule";

/** How many of the questions answered are due today, with nothing said for none. */
export function DueCount({ className }: { className: string | undefined }) {
  const book = useAnswers();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const look = () => setNow(Date.now());
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  const answered = Object.keys(book).map((id) => ({ id }));
  const count = dueOf(book, answered, now).length;
  if (count === 0) return null;
  return (
    <span className={className}>
      {count > 99 ? "99+" : count}
      <span className="visually-hidden"> due</span>
    </span>
  );
}
