"use client";
import { useEffect, useRef } from "react";
import { roundOf } from "@/content/quiz/pool";

/** The place in the pool of the question that the page's address names; or -1. */
function linkedPlace(ids: readonly string[]): number {
  const id = /^#question-(.+)$/.exec(window.location.hash)?.[1];
  return id === undefined ? -1 : ids.indexOf(id);
}

/** Asks the question that `#question-…` names, and brings the reader to it. */
export function useLinkedQuestion(
  ids: readonly string[],
  round: number,
  ask: (round: number) => void,
) {
  const now = useRef({ ids, ask });
  now.current = { ids, ask };
  /** The question to go to once it is there. */
  const wanted = useRef<string | null>(null);

  useEffect(() => {
    function follow() {
      const { ids, ask } = now.current;
      const place = linkedPlace(ids);
      const id = ids[place];
      if (id === undefined) return;
      if (goTo(id)) return;
      wanted.current = id;
      ask(roundOf(ids, place));
    }
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);

  useEffect(() => {
    // The round that asks it is drawn one effect later than it is wanted.
    if (wanted.current !== null && goTo(wanted.current)) wanted.current = null;
  }, [round]);
}

/** Brings the reader to a question; false where it is not on the page. */
function goTo(id: string): boolean {
  const card = document.getElementById(`question-${id}`);
  card?.scrollIntoView();
  card?.focus({ preventScroll: true });
  return card !== null;
}
