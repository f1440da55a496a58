"use client";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";

/** The text of a lesson. Whoever comes back to it, or reloads it, is at the same line. */
export function LessonText(props: {
  className: string | undefined;
  children: ReactNode;
}) {
  const element = useRef<HTMLDivElement>(null);
  useKeptPlace(element);
  return (
    <div ref={element} className={props.className}>
      {props.children}
    </div>
  );
}

/** A line on the screen: a block of the text by its number, and how far down its top is. */
type Place = { block: number; top: number };

/** The state of this entry of the history: Next's own, and the place beside it. */
type EntryState = { __NA?: boolean; place?: Place } | null;

/** In milliseconds; Safari takes a hundred changes of the history in 30 s. */
const wait = 300;

/** How long parts that open late may still move the text, in milliseconds. */
const settles = 8000;

/**
 * Keeps the place in the history's entry. On return the browser scrolls by pixels, which
 * are other lines once a lab above opens or closes: until the reader moves, the line is held.
 */
function useKeptPlace(element: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const text = element.current;
    if (!text) return;
    const release = holdPlace(text);
    const path = window.location.pathname;
    let own: EntryState = null;
    // Next may write its state after this begins: it is there when a link is followed.
    const remember = () => {
      own = window.history.state;
    };
    const adopt = () => adoptEntry(own);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      if (window.location.pathname === path) keepPlace(text);
    };
    const scrolled = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, wait);
    };
    window.addEventListener("scroll", scrolled, { passive: true });
    window.addEventListener("pagehide", keep);
    window.addEventListener("click", remember, true);
    window.addEventListener("hashchange", adopt);
    return () => {
      release();
      clearTimeout(timer);
      window.removeEventListener("scroll", scrolled);
      window.removeEventListener("pagehide", keep);
      window.removeEventListener("click", remember, true);
      window.removeEventListener("hashchange", adopt);
    };
  }, [element]);
}

/**
 * Gives the entry that a link into the page made the state of the one before it: Next shows
 * nothing where the reader comes back to an entry without.
 */
function adoptEntry(before: EntryState) {
  const state: EntryState = window.history.state;
  if (state?.__NA || !before?.__NA) return;
  const { place: _, ...rest } = before;
  window.history.replaceState(rest, "");
}

/** The blocks of a text, also those that are folded after a prediction, in their order. */
const blocksOf = (text: HTMLElement) =>
  Array.from(
    text.querySelectorAll(
      ":scope > :not([data-told]), :scope > [data-told] > :not(summary) > *",
    ),
    (block) => block.getBoundingClientRect(),
  );

function keepPlace(text: HTMLElement) {
  const state: EntryState = window.history.state;
  // Next reloads what has a state that is not its own.
  if (!state?.__NA) return;
  const blocks = blocksOf(text);
  const block = blocks.findIndex(({ bottom, height }) => height > 0 && bottom > 0);
  const top = blocks[block]?.top;
  const { place: _, ...rest } = state;
  const place =
    top === undefined || window.scrollY === 0 ? {} : { place: { block, top } };
  window.history.replaceState({ ...rest, ...place }, "");
}

/** Holds the line that the history's entry names until the reader moves or it has settled. */
function holdPlace(text: HTMLElement): () => void {
  const state: EntryState = window.history.state;
  const place = state?.place;
  if (!place) return () => {};
  const hold = () => {
    // A text that was left has no lines, and the page is no longer its own.
    if (!text.isConnected) return;
    const top = blocksOf(text)[place.block]?.top;
    const by = top === undefined ? 0 : top - place.top;
    if (Math.abs(by) > 1) window.scrollBy({ top: by, behavior: "instant" });
  };
  const observer = new ResizeObserver(hold);
  const moves = ["wheel", "touchstart", "pointerdown", "keydown", "hashchange"];
  const release = () => {
    observer.disconnect();
    clearTimeout(timer);
    window.removeEventListener("load", hold);
    for (const move of moves) window.removeEventListener(move, release);
  };
  const timer = setTimeout(release, settles);
  observer.observe(text);
  window.addEventListener("load", hold);
  for (const move of moves) window.addEventListener(move, release, { passive: true });
  hold();
  return release;
}
