"use client";
// When a lab opens: once the reader is near it and its data are there.
import { useEffect, useRef, useState } from "react";
import type { Assignment } from "@/labs/assignment/assignment";
import { missingFile } from "@/labs/sample";
import type { Start } from "./lab-state";
import type { Part } from "./parts";
import { provideFile } from "./provide-file";

/** Whether the element has ever come within reach of the screen. */
export function useReached<E extends Element>() {
  const element = useRef<E>(null);
  const [reached, setReached] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setReached(true);
        observer.disconnect();
      },
      { rootMargin: "200px" },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, reached };
}

export type Opening = {
  start: Start;
  parts: ReadonlySet<Part>;
  /** What the link asks for; null where it only sets a run. */
  assignment: Assignment | null;
};

/** What a lab opens with; null until the reader is near and its data are there. */
export function useOpening(open: () => Opening, near: boolean) {
  const [opening, setOpening] = useState<Opening | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [tries, setTries] = useState(1);
  useEffect(() => {
    if (!near) return;
    const found = open();
    const file = missingFile(found.start.run);
    if (file === null) return setOpening(found);
    let left = false;
    void provideFile(file).then((says) => {
      if (left) return;
      if (says === null) setOpening(found);
      else setProblem(says);
    });
    return () => {
      left = true;
    };
  }, [near, tries]);
  function retry() {
    setProblem(null);
    setTries(tries + 1);
  }
  return { opening, problem, retry };
}
