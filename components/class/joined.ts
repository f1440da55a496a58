"use client";
// The classes that this browser has joined, the latest first.
import { useEffect, useMemo } from "react";
import { createBrowserStore } from "@/components/kit/browser-store";
import { type JoinedClass, mostJoined, parseJoined } from "./joined-class";

const key = "next-pass-classes";

const store = createBrowserStore<readonly JoinedClass[]>({
  key,
  none: [],
  parse: parseJoined,
  format: JSON.stringify,
});

/** All of them; none while the page is not yet alive. */
export const useJoinedClasses = store.useValue;

export const { useIsKept } = store;

/** The class as it is kept just now; null where it is not. */
export function joinedNow(classId: string): JoinedClass | null {
  try {
    const kept = parseJoined(localStorage.getItem(key) ?? "[]");
    return kept?.find((one) => one.classId === classId) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a class that was joined, in the place of what was known of it. */
export const keepJoined = (joined: JoinedClass) =>
  store.change((classes) => {
    const others = classes.filter(({ classId }) => classId !== joined.classId);
    return [joined, ...others].slice(0, mostJoined);
  });

/** Takes over what a class now tells of itself and of its assignments. */
export const renewJoined = (
  classId: string,
  told: Pick<JoinedClass, "className" | "name" | "assignments">,
) =>
  store.change((classes) =>
    classes.map((one) => (one.classId === classId ? { ...one, ...told } : one)),
  );

export const forgetJoined = (classId: string) =>
  store.change((classes) => classes.filter((one) => one.classId !== classId));

/** Where a learner of this browser hands in what an assignment asks for. */
export type HandInPlace = {
  classId: string;
  className: string;
  /** The learner's id in this class. */
  learner: string;
  /** The learner's name in this class, which decides their seed. */
  name: string;
  assignmentId: string;
};

let renewed = false;

/** Asks every class once for each page what it asks for now: it may be more. */
async function renewOnce(classes: readonly JoinedClass[]) {
  if (renewed || classes.length === 0) return;
  renewed = true;
  // Loaded late: most who open an assignment have no class.
  const loaded = await import("./renew-joined").catch(() => null);
  await loaded?.renewJoinedClasses(classes.map(({ classId }) => classId));
}

/**
 * The class, joined in this browser, that has an assignment with this link (as `linkOf`
 * writes it); of several, the one joined last. Null where there is none, and while the
 * page is not yet alive.
 */
export function useJoinedClass(link: string): HandInPlace | null {
  const classes = store.useValue();
  const place = useMemo(() => {
    for (const { classId, className, learner, name, assignments } of classes) {
      const asked = assignments.find((assignment) => assignment.link === link);
      if (asked) return { classId, className, learner, name, assignmentId: asked.id };
    }
    return null;
  }, [classes, link]);
  useEffect(() => {
    if (place === null) void renewOnce(classes);
  }, [place, classes]);
  return place;
}
