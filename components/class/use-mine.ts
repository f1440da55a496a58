"use client";
// What a learner's class asks for and has of them, as the server last told it.
import { useCallback, useEffect, useRef, useState } from "react";
import { readMine } from "./api";
import type { Refused } from "./ask";
import type { MineMessage } from "./messages";
import { keepMine } from "./renew-joined";

/** Between two looks, in milliseconds: while a check is under way, and else. */
const every = { checking: 3000, usual: 60_000 };

type Mine = { mine: MineMessage | null; trouble: Refused | null };

/** Reads it at once, now and then while it is looked at, and when it is asked to. */
export function useMine(classId: string): Mine & { refresh(): void } {
  const [state, setState] = useState<Mine>({ mine: null, trouble: null });
  const again = useRef(() => {});

  useEffect(() => {
    let left = false;
    let asking = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function read() {
      clearTimeout(timer);
      if (asking) return;
      asking = true;
      const answer = await readMine(classId);
      asking = false;
      if (left) return;
      let pause = every.usual;
      if (answer.ok) {
        const mine = answer.value;
        keepMine(classId, mine);
        setState({ mine, trouble: null });
        if (mine.receipts.some(({ outcome }) => outcome === null)) pause = every.checking;
      } else setState(({ mine }) => ({ mine, trouble: answer }));
      timer = setTimeout(look, pause);
    }

    function look() {
      if (document.visibilityState === "visible") void read();
    }

    again.current = read;
    void read();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("online", read);
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("online", read);
    };
  }, [classId]);

  return { ...state, refresh: useCallback(() => again.current(), []) };
}
