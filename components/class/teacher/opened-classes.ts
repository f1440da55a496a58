"use client";
// The classes whose teacher this browser is or was: names only, nothing that opens them.
import { createBrowserStore } from "@/components/kit/browser-store";
import { isFields } from "@/content/fields";

export type OpenedClass = { classId: string; name: string };

const most = 100;

function openedFrom(value: unknown): OpenedClass | null {
  if (!isFields(value)) return null;
  const { classId, name } = value;
  const whole = typeof classId === "string" && typeof name === "string";
  return whole ? { classId, name } : null;
}

function parse(text: string): readonly OpenedClass[] | null {
  try {
    const found: unknown = JSON.parse(text);
    if (!Array.isArray(found)) return null;
    const read = found.map(openedFrom).filter((one) => one !== null);
    return read.length < found.length ? null : read.slice(0, most);
  } catch {
    return null;
  }
}

const store = createBrowserStore<readonly OpenedClass[]>({
  key: "next-pass-opened-classes",
  none: [],
  parse,
  format: JSON.stringify,
});

/** The latest first. */
export const useOpenedClasses = store.useValue;

export const forgetOpened = (classId: string) =>
  store.change((classes) => classes.filter((one) => one.classId !== classId));

export const keepOpened = (opened: OpenedClass) =>
  store.change((classes) => {
    const there = classes.some(
      ({ classId, name }) => classId === opened.classId && name === opened.name,
    );
    if (there) return classes;
    const others = classes.filter(({ classId }) => classId !== opened.classId);
    return [opened, ...others].slice(0, most);
  });
