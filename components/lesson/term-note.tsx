"use client";
// Tells what a term means, beside the word: when it is pointed at, reached or tapped.
import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { sitePath } from "@/content/site-path";
import type { Term } from "@/content/terms";
import styles from "./term-note.module.css";

/** A word of the text that names a term; where that was introduced, and in which lesson. */
type Word = { link: HTMLAnchorElement; term: Term; lesson: number; href: string };

/** Milliseconds that the pointer rests on a word before its note opens. */
const rest = 150;
/** Between a word and its note, and between the note and the window's edge, in pixels. */
const gap = 8;

/** The one note of a page: every link with `data-term` opens it; without it they lead on. */
export function TermNote() {
  const id = useId();
  const note = useRef<HTMLDivElement>(null);
  const [word, setWord] = useState<Word | null>(null);
  useEffect(() => followWords(note, setWord), []);
  useLayoutEffect(() => {
    const element = note.current;
    if (!element || !word) return;
    // Where the browser has no popover, the link leads to the glossary.
    element.showPopover?.();
    const follow = () => place(element, word.link);
    follow();
    window.addEventListener("scroll", follow, { passive: true });
    word.link.setAttribute("aria-describedby", id);
    return () => {
      window.removeEventListener("scroll", follow);
      word.link.removeAttribute("aria-describedby");
      element.hidePopover?.();
    };
  }, [word, id]);
  return (
    <div ref={note} id={id} popover="manual" className={styles.note}>
      {word && (
        <>
          <b>{word.term.term}</b>: {word.term.means}{" "}
          <a href={sitePath(word.href)} tabIndex={-1}>
            From lesson {word.lesson}
          </a>
        </>
      )}
    </div>
  );
}

/** Under the word, or above it where there is more room; always whole in the window. */
function place(note: HTMLElement, link: HTMLElement) {
  const word = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = note;
  const { clientWidth, clientHeight } = document.documentElement;
  const under = word.bottom + gap;
  const fits = under + height + gap <= clientHeight;
  const left = Math.min(word.left, clientWidth - width - gap);
  note.style.left = `${Math.max(left, gap)}px`;
  note.style.top = `${fits ? under : Math.max(word.top - gap - height, gap)}px`;
}

const wordAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLAnchorElement>("a[data-term]") : null;

/** The terms are loaded with the first word that somebody looks up. */
async function read(link: HTMLAnchorElement): Promise<Word | null> {
  const loaded = await Promise.all([
    import("@/content/terms"),
    import("@/content/course"),
  ]).catch(() => null);
  const term = loaded?.[0].terms.find(({ term }) => term === link.dataset.term);
  if (!loaded || !term) return null;
  const [{ termId }, { course }] = loaded;
  const lesson = course.map(String).indexOf(term.lesson) + 1;
  const href = `/lessons/${term.lesson}#${termId(term.term)}`;
  return { link, term, lesson, href };
}

/** Tells `show` which word is looked at, and null when none is; stops when called. */
function followWords(
  note: { readonly current: HTMLElement | null },
  show: (word: Word | null) => void,
): () => void {
  let wanted: HTMLAnchorElement | null = null;
  let touched = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listening = new AbortController();
  const { signal } = listening;

  async function open(link: HTMLAnchorElement) {
    clearTimeout(timer);
    if (wanted === link) return;
    wanted = link;
    const word = await read(link);
    if (wanted === link && !signal.aborted) show(word);
  }
  function close() {
    clearTimeout(timer);
    if (wanted) show(null);
    wanted = null;
  }
  const isNote = (target: EventTarget | null) =>
    target instanceof Node && note.current?.contains(target);

  document.addEventListener(
    "pointerover",
    ({ target, pointerType }) => {
      if (pointerType === "touch") return;
      clearTimeout(timer);
      const link = wordAt(target);
      if (link) timer = setTimeout(() => void open(link), rest);
      else if (wanted && !isNote(target)) timer = setTimeout(close, 2 * rest);
    },
    { signal },
  );
  document.addEventListener(
    "pointerdown",
    ({ target, pointerType }) => {
      touched = pointerType === "touch";
      if (!wordAt(target) && !isNote(target)) close();
    },
    { signal },
  );
  document.addEventListener(
    "focusin",
    ({ target }) => {
      const link = wordAt(target);
      if (link && !touched) void open(link);
      else if (!link && !isNote(target)) close();
    },
    { signal },
  );
  // A finger cannot point: its first tap opens the note, the second leads on. Comes before
  // the link's own listener, which would lead on at once.
  document.addEventListener(
    "click",
    (event) => {
      const link = wordAt(event.target);
      if (!link || !touched || wanted === link || !note.current?.showPopover) return;
      event.preventDefault();
      void open(link);
    },
    { signal, capture: true },
  );
  document.addEventListener(
    "keydown",
    ({ key }) => {
      touched = false;
      if (key === "Escape") close();
    },
    { signal },
  );
  return () => {
    clearTimeout(timer);
    listening.abort();
  };
}
