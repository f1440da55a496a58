"use client";
import { useEffect, useState } from "react";
import { timeNews } from "./time-left";

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
