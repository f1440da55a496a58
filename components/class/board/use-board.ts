"use client";
// Keeps a class's board up to date for as long as it is shown.
import { useCallback, useEffect, useReducer, useRef } from "react";
import { readBoard } from "../api";
import type { Refused } from "../ask";
import type { BoardMessage } from "../messages";
import { type Board, mergedBoard } from "./merged-board";
import { pollPause } from "./poll-pause";

export type BoardState = {
  /** Null until it came for the first time. */
  board: Board | null;
  /** When the server last answered: milliseconds since 1970. */
  seen: number;
  /** What the latest try met; null where it went well. */
  trouble: Refused | null;
};

type News = { kind: "come"; news: BoardMessage; at: number } | Refused;

function after(state: BoardState, news: News): BoardState {
  if ("ok" in news) return { ...state, trouble: news };
  const board = mergedBoard(state.board, news.news);
  return { board, seen: news.at, trouble: null };
}

/** Whether there is no use in asking again: not the teacher, or no such class. */
export const isOver = (trouble: Refused | null) =>
  trouble !== null && [400, 401, 403, 404].includes(trouble.status);

/** The board, and a way to read it at once. */
export function useBoard(classId: string): BoardState & { refresh(): void } {
  const [state, tell] = useReducer(after, { board: null, seen: 0, trouble: null });
  const again = useRef(() => {});

  useEffect(() => {
    let left = false;
    let failures = 0;
    let since = 0;
    let asking = false;
    let asked = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function read() {
      clearTimeout(timer);
      asked = asking;
      if (asking) return;
      asking = true;
      const answer = await readBoard(classId, since);
      asking = false;
      if (left) return;
      if (answer.ok) {
        failures = 0;
        since = answer.value.now;
        tell({ kind: "come", news: answer.value, at: Date.now() });
      } else {
        tell(answer);
        if (isOver(answer)) return;
      }
      if (asked) return void read();
      const hidden = document.visibilityState === "hidden";
      const wait = answer.ok ? null : answer.wait;
      timer = setTimeout(read, pollPause({ failures, hidden, wait }));
      if (!answer.ok) failures += 1;
    }

    function shown() {
      if (document.visibilityState === "visible") void read();
    }

    again.current = read;
    void read();
    document.addEventListener("visibilitychange", shown);
    window.addEventListener("online", read);
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", shown);
      window.removeEventListener("online", read);
    };
  }, [classId]);

  return { ...state, refresh: useCallback(() => again.current(), []) };
}
