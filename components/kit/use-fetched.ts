"use client";
// The one way to read something from a server while it is shown: at once; and where it
// changes, after a pause, when the page is looked at again, when the connection is back.
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";

type Failed = { ok: false };

type FetchState<T, P> = {
  /** Null until it came for the first time. */
  value: T | null;
  /** Why the latest try failed; null where it did not. */
  problem: P | null;
  /** How many tries have failed in a row. */
  failures: number;
};

type Settings<T, P extends Failed> = {
  /** Names what is read: another name is another value. Null: nothing is read. */
  key: string | null;
  /** Must not reject; gets the value that is there. */
  read(before: T | null): Promise<{ ok: true; value: T } | P>;
  /** Milliseconds to the next try; null: none before one of the events. Left out: read once. */
  pause?(state: FetchState<T, P>, hidden: boolean): number | null;
};

const unread = { value: null, problem: null, failures: 0 };

/** The value read last, and `refresh` to read it at once; it resolves when that is done. */
export function useFetched<T, P extends Failed>(settings: Settings<T, P>) {
  const { key } = settings;
  const [shown, setShown] = useState<FetchState<T, P> & { key: string | null }>();
  const readNow = useEffectEvent(settings.read);
  const pauseNow = useEffectEvent(settings.pause ?? (() => null));
  const isPolled = settings.pause !== undefined;
  const running = useRef(async () => {});

  useEffect(() => {
    if (key === null) return;
    let state: FetchState<T, P> = unread;
    let left = false;
    let reading = false;
    let again = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function refresh(): Promise<void> {
      clearTimeout(timer);
      again = reading;
      if (reading) return;
      reading = true;
      const answer = await readNow(state.value);
      reading = false;
      if (left) return;
      state = answer.ok
        ? { ...unread, value: answer.value }
        : { ...state, problem: answer, failures: state.failures + 1 };
      setShown({ ...state, key });
      return again ? refresh() : schedule();
    }

    function schedule() {
      const pause = pauseNow(state, document.hidden);
      clearTimeout(timer);
      if (pause !== null && !reading) timer = setTimeout(refresh, pause);
    }

    const looked = () => (document.hidden ? schedule() : void refresh());
    running.current = refresh;
    void refresh();
    if (isPolled) {
      document.addEventListener("visibilitychange", looked);
      window.addEventListener("online", refresh);
    }
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", looked);
      window.removeEventListener("online", refresh);
    };
  }, [key, isPolled]);

  const refresh = useCallback(() => running.current(), []);
  return { ...(shown?.key === key ? shown : unread), refresh };
}
