"use client";
// The classes that this browser has joined, the latest first.
import { useEffect, useMemo } from "react";
import * as z from "zod";
import { createBrowserStore } from "@/components/kit/browser-store";
import { readMine } from "@/content/class/class-api";
import { readerOf } from "@/content/class/message-fields";
import type { MineMessage } from "@/content/class/messages";

const joinedClass = z.object({
  classId: z.string(),
  className: z.string(),
  /** Tells the class's learners apart, where names would not. */
  learner: z.string(),
  /** The learner's name in this class, as `learnerName` gives it. */
  name: z.string(),
  /** As the class last sent them; each link as `linkOf` writes it. */
  assignments: z.array(z.object({ id: z.string(), link: z.string() })).readonly(),
});

/** A joined class, as the browser stores it. */
export type JoinedClass = z.infer<typeof joinedClass>;

/** The most classes that are kept: those joined last. */
const mostJoined = 20;

/** Reads stored classes; null for any other text. */
export const parseJoined = readerOf<readonly JoinedClass[]>(
  z.array(joinedClass).transform((classes) => classes.slice(0, mostJoined)),
);

const key = "next-pass-classes";

const store = createBrowserStore<readonly JoinedClass[]>({
  key,
  none: [],
  parse: parseJoined,
  format: JSON.stringify,
});

/** All of them; none while the page is not yet alive. */
export const useJoinedClasses = store.useValue;

/** Whether the browser keeps them beyond this page. */
export const useIsKept = store.useIsKept;

/** The class as it is kept just now; null where it is not. */
export function joinedNow(classId: string): JoinedClass | null {
  try {
    const kept = parseJoined(localStorage.getItem(key) ?? "[]");
    return kept?.find((one) => one.classId === classId) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a class that was joined, in the place of an earlier joining. */
export const keepJoined = (joined: JoinedClass) =>
  store.change((classes) => {
    const others = classes.filter(({ classId }) => classId !== joined.classId);
    return [joined, ...others].slice(0, mostJoined);
  });

/** Forgets a class that was left. */
export const forgetJoined = (classId: string) =>
  store.change((classes) => classes.filter((one) => one.classId !== classId));

/** Renews the stored class from the class's own message. */
export const keepMine = (
  classId: string,
  { className, name, assignments }: MineMessage,
) =>
  store.change((classes) =>
    classes.map((one) =>
      one.classId === classId
        ? {
            ...{ ...one, className, name },
            assignments: assignments.map(({ id, link }) => ({ id, link })),
          }
        : one,
    ),
  );

let renewed = false;

/** Renews every class once for each page; one that does not answer stays as it is. */
async function renewOnce(classes: readonly JoinedClass[]) {
  if (renewed || classes.length === 0) return;
  renewed = true;
  await Promise.all(
    classes.map(async ({ classId }) => {
      const answer = await readMine(classId);
      if (answer.ok) keepMine(classId, answer.value);
    }),
  );
}

/** Where a learner of this browser hands in the work for an assignment. */
export type HandInPlace = {
  classId: string;
  className: string;
  /** The learner's id in this class. */
  learner: string;
  /** The learner's name in this class, which decides their seed. */
  name: string;
  assignmentId: string;
};

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
