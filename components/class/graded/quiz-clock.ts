"use client";
// The time that is left of a graded quiz, in words.
import { useEffect, useState } from "react";
import { counted } from "@/labs/number-text";

const minute = 60_000;

/** As a clock shows it: "19:05"; "1:02:00" from an hour on. Milliseconds; never below 0. */
export function clockText(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  const two = (part: number) => String(part).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const tail = `${two(minutes % 60)}:${two(seconds % 60)}`;
  return minutes < 60 ? tail.replace(/^0/, "") : `${Math.floor(minutes / 60)}:${tail}`;
}

/** When a learner is told how much is left, in minutes. */
const told = [5, 1];

/**
 * What is told once the time left has gone from `before` to `now`, in milliseconds: the
 * last of what was passed; null where nothing was.
 */
export function timeNews(before: number, now: number): string | null {
  if (now <= 0) return before > 0 ? "The time is over." : null;
  const passed = told.filter((at) => before > at * minute && now <= at * minute);
  const latest = passed.at(-1);
  return latest === undefined ? null : `${counted(latest, "minute")} left.`;
}

type Clock = {
  /** When the time is over, by the server's clock; null: never. */
  ends: number | null;
  /** How far the server's clock is ahead of the browser's, in milliseconds. */
  ahead: number;
};

/** How much time is left, in milliseconds, renewed each second; and what to tell of it. */
export function useTimeLeft({ ends, ahead }: Clock) {
  const leftNow = () => (ends === null ? null : ends - (Date.now() + ahead));
  const [seen, setSeen] = useState({ left: leftNow(), news: "" });
  useEffect(() => {
    if (ends === null) return;
    const look = () => {
      const left = ends - (Date.now() + ahead);
      setSeen((before) => ({
        left,
        news: timeNews(before.left ?? left, left) ?? before.news,
      }));
      if (left <= 0) clearInterval(timer);
    };
    const timer = setInterval(look, 1000);
    look();
    return () => clearInterval(timer);
  }, [ends, ahead]);
  return { ...seen, over: seen.left !== null && seen.left <= 0 };
}
