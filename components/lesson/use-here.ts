"use client";
// Which section of a lesson the reader is in, and what of it was read.
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { changeReading, readTo } from "../progress/reading-store";

/** Who leaves a section sooner, in milliseconds, has leafed through it. */
const readingTakes = 4000;

/** The place in `ids` of the heading passed last; −1 above the first. */
export function useHere(ids: readonly string[]): number {
  const [here, setHere] = useState(-1);
  const all = ids.join(" ");
  useEffect(() => {
    const names = all.split(" ");
    const passed = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) passed.add(target.id);
          else passed.delete(target.id);
        }
        setHere(names.findLastIndex((name) => passed.has(name)));
      },
      // Whatever stands higher than the middle was passed, however far it is above.
      { rootMargin: "9999999px 0px -50% 0px" },
    );
    for (const name of names) {
      const heading = document.getElementById(name);
      if (heading) observer.observe(heading);
    }
    return () => observer.disconnect();
  }, [all]);
  return here;
}

/** Notes each section that the reader comes to, and that the one before it was read. */
export function useReadingNotes(slug: string, ids: readonly string[], here: number) {
  const last = useRef({ here: -1, since: 0 });
  const note = useEffectEvent((here: number) => {
    const now = Date.now();
    const { here: before, since } = last.current;
    last.current = { here, since: now };
    const section = ids[here];
    if (section === undefined) return;
    const isRead = here === before + 1 && now - since >= readingTakes;
    const ended = isRead ? (ids[before] ?? null) : null;
    changeReading((book) => readTo(book, slug, { section, at: now, ended }));
  });
  useEffect(() => note(here), [here]);
}
