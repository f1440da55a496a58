"use client";
// The home page’s words to a reader who has been here before. They are downloaded for such
// a reader alone; their room is kept from the first paint on, which theme.js sees to.
import { lazy, Suspense } from "react";
import { useBrowserValue } from "@/components/kit/use-hydrated";
import type { ReadLesson } from "@/components/progress/continue-at";
import styles from "./returning.module.css";

const ContinueLine = lazy(async () => ({
  default: (await import("./reader-lines")).ContinueLine,
}));

const LessonLine = lazy(async () => ({
  default: (await import("./reader-lines")).LessonLine,
}));

const LabLine = lazy(async () => ({
  default: (await import("./reader-lines")).LabLine,
}));

const keys = ["next-pass-answers", "next-pass-reading", "next-pass-claims"];

function hasBeenHere(): boolean {
  try {
    return keys.some((key) => localStorage.getItem(key) !== null);
  } catch {
    return false;
  }
}

/** Where the reader goes on, in one line; nothing for a newcomer. */
export function Continue({ lessons }: { lessons: readonly ReadLesson[] }) {
  const returning = useBrowserValue(hasBeenHere, false);
  return (
    <aside
      className={styles.continue}
      aria-label="Continue"
      data-returning={returning || undefined}
    >
      {returning && (
        <Suspense>
          <ContinueLine lessons={lessons} />
        </Suspense>
      )}
    </aside>
  );
}

/** How much of a lesson is done, behind its minutes; nothing for a newcomer. */
export function LessonNote({ lesson }: { lesson: ReadLesson }) {
  const returning = useBrowserValue(hasBeenHere, false);
  return (
    returning && (
      <Suspense>
        <LessonLine lesson={lesson} />
      </Suspense>
    )
  );
}

/** The claims of a lab that the reader saw hold, behind their count; nothing for a newcomer. */
export function LabNote({ claims }: { claims: readonly string[] }) {
  const returning = useBrowserValue(hasBeenHere, false);
  return (
    returning && (
      <Suspense>
        <LabLine claims={claims} />
      </Suspense>
    )
  );
}
