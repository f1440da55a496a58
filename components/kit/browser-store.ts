"use client";
// Values kept in this browser and shared between its tabs. Where storage is blocked or full
// they are kept until the page is left, and `useIsKept` says so.
import { useSyncExternalStore } from "react";

type Text<T> = {
  /** The name in the browser's storage. */
  key: string;
  none: T;
  /** Null for text that stands for no value. */
  parse(text: string): T | null;
  format(value: T): string;
  /** Puts what another tab wrote together with what this one could not write. */
  merge?(stored: T, unkept: T): T;
};

/** A value under one name in storage, for any number of components. */
export function createBrowserStore<T>({ key, none, parse, format, merge }: Text<T>) {
  let value: T = none;
  let text: string | null = null;
  let kept = true;
  /** Whether storage holds nothing that would be lost by writing to it. */
  let overwritable = true;
  const listeners = new Set<() => void>();

  /** Keeps what cannot be read (a newer version's, say) under a name of its own. */
  function putAside(stored: string) {
    localStorage.removeItem(key);
    try {
      localStorage.setItem(`${key}-unread-${Date.now()}`, stored);
    } catch (full) {
      localStorage.setItem(key, stored);
      overwritable = false;
      throw full;
    }
  }

  /** Takes over what storage holds, if another tab or an earlier visit changed it. */
  function read() {
    try {
      const stored = localStorage.getItem(key);
      if (stored === text) return;
      text = stored;
      const found = stored ? parse(stored) : none;
      if (found === null && stored) putAside(stored);
      if (found !== null) value = kept || !merge ? found : merge(found, value);
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

  function snapshot() {
    if (kept) read();
    return value;
  }

  return {
    /** Replaces the value by what `next` makes of it, newest state of all tabs first. */
    change(next: (value: T) => T) {
      if (kept || merge) read();
      value = next(value);
      try {
        if (!overwritable) throw new Error("storage holds what cannot be read");
        const written = format(value);
        localStorage.setItem(key, written);
        text = written;
        kept = true;
      } catch {
        kept = false;
      }
      for (const listener of listeners) listener();
    },
    /** The value, whichever tab changed it last; in a browser alone. */
    valueNow: snapshot,
    /** The value; `none` while the page is not yet alive. */
    useValue: (): T => useSyncExternalStore(subscribe, snapshot, () => none),
    /** Whether the browser keeps the value beyond this page. */
    useIsKept: (): boolean =>
      useSyncExternalStore(
        subscribe,
        () => kept,
        () => true,
      ),
  };
}
