"use client";
// Values that only the reader's browser knows. The server, and React while it takes a page
// over, draw without them.
import { useSyncExternalStore } from "react";

const neverChanges = () => () => {};

/** The browser's value, read at each rendering; `before` until the page is hydrated. */
export const useBrowserValue = <T>(read: () => T, before: T): T =>
  useSyncExternalStore(neverChanges, read, () => before);

/** Whether React has taken the page over: what needs JavaScript can be shown. */
export const useHydrated = () => useBrowserValue(() => true, false);
