"use client";
// The clock of a graded quiz: the time left, and the words for it.
import { useEffect, useState } from "react";
import { counted } from "@/labs/arithmetic/number-text";

const minute = 60_000;

/** Milliseconds as a clock shows them: "19:05", "1:02:00" from an hour on; never below 0. */
export function clockText(left: number): string {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  const two = (part: number) => String(part).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const tail = `${two(minutes % 60)}:${two(seconds % 60)}`;
  return minutes < 60 ? tail.replace(/^0/, "") : `${Math.floor(minutes / 60)}:${tail}`;
}

/** The learner hears how much is left at these times, in minutes. */
const announced = [5, 1];

/**
 * The announcement once the time left has gone from `before` to `now`, in milliseconds: of
 * several that were passed the last; null where none was.
 */
export function timeNews(before: number, now: number): string | null {
  if (now <= 0) return before > 0 ? "The time is over." : null;
  const passed = announced.filter((at) => before > at * minute && now <= at * minute);
  const latest = passed.at(-1);
  return latest === undefined ? null : `${counted(latest, "minute")} left.`;
}

type Clock = {
  /** The end of the time, by the server's clock; null: there is none. */
  ends: number | null;
  /** How far the server's clock is ahead of the browser's, in milliseconds. */
  ahead: number;
};

/** The time left, in milliseconds and renewed each second; and the latest announcement. */
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
