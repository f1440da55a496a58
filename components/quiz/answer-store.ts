"use client";
// The reader's answers, kept in this browser and shared between its tabs. Where storage
// is blocked or full they are kept until the page is left, and `isKept` says so.
import { useSyncExternalStore } from "react";
import {
  type AnswerBook,
  formatAnswerBook,
  parseAnswerBook,
} from "@/content/answer-book";

const storageKey = "next-pass-answers";
const none: AnswerBook = {};

let book: AnswerBook = none;
let text: string | null = null;
let kept = true;
/** Whether storage holds nothing that would be lost by writing to it. */
let overwritable = true;
const listeners = new Set<() => void>();

/** Keeps what cannot be read (a newer version's, say) under a name of its own. */
function putAside(stored: string) {
  localStorage.removeItem(storageKey);
  try {
    localStorage.setItem(`${storageKey}-unread-${Date.now()}`, stored);
  } catch (full) {
    localStorage.setItem(storageKey, stored);
    overwritable = false;
    throw full;
  }
}

/** Takes over what storage holds, if another tab or an earlier visit changed it. */
function read() {
  try {
    const stored = localStorage.getItem(storageKey);
    if (stored === text) return;
    text = stored;
    const found = stored ? parseAnswerBook(stored) : none;
    if (!found && stored) putAside(stored);
    book = found ?? book;
  } catch {
    kept = false;
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  const changed = () => {
    read();
    listener();
  };
  window.addEventListener("storage", changed);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", changed);
  };
}

/** Replaces the answers by what `change` makes of them, newest state of all tabs first. */
export function changeAnswers(change: (book: AnswerBook) => AnswerBook) {
  if (kept) read();
  book = change(book);
  try {
    if (!overwritable) throw new Error("storage holds what cannot be read");
    const written = formatAnswerBook(book);
    localStorage.setItem(storageKey, written);
    text = written;
    kept = true;
  } catch {
    kept = false;
  }
  for (const listener of listeners) listener();
}

function snapshot() {
  if (kept) read();
  return book;
}

/** All answers; none while the page is not yet alive. */
export function useAnswers(): AnswerBook {
  return useSyncExternalStore(subscribe, snapshot, () => none);
}

/** Whether the browser keeps the answers beyond this page. */
export function useIsKept(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => kept,
    () => true,
  );
}
