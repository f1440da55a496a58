"use client";
// The classes that this browser has joined, the latest first.
import { useEffect, useMemo } from "react";
import { createBrowserStore } from "@/components/kit/browser-store";
import { isFields } from "@/content/fields";

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

// A class that this browser has joined, as the browser stores it.

export type JoinedClass = {
  classId: string;
  className: string;
  /** Tells the class's learners apart, where names would not. */
  learner: string;
  /** The learner's name in this class, as `learnerName` gives it. */
  name: string;
  /** As the class last told them; each link as `linkOf` writes it. */
  assignments: readonly { id: string; link: string }[];
};

/** The most classes that are kept: those joined last. */
const mostJoined = 20;

function assignmentFrom(value: unknown): JoinedClass["assignments"][number] | null {
  if (!isFields(value)) return null;
  const { id, link } = value;
  return typeof id === "string" && typeof link === "string" ? { id, link } : null;
}

function joinedFrom(value: unknown): JoinedClass | null {
  if (!isFields(value)) return null;
  const { classId, className, learner, name, assignments } = value;
  if (typeof classId !== "string" || typeof className !== "string") return null;
  if (typeof learner !== "string" || typeof name !== "string") return null;
  if (!Array.isArray(assignments)) return null;
  const read = assignments.map(assignmentFrom).filter((one) => one !== null);
  if (read.length < assignments.length) return null;
  return { classId, className, learner, name, assignments: read };
}

/** Reads what JSON made of classes; null where any part of it is anything else. */
export function parseJoined(text: string): readonly JoinedClass[] | null {
  try {
    const found: unknown = JSON.parse(text);
    if (!Array.isArray(found)) return null;
    const read = found.map(joinedFrom).filter((one) => one !== null);
    return read.length < found.length ? null : read.slice(0, mostJoined);
  } catch {
    return null;
  }
}
