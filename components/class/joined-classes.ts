"use client";
// The classes that this browser has joined, the latest first.
import { useEffect, useMemo } from "react";
import * as z from "zod";
import { createBrowserStore } from "@/components/kit/browser-store";
import { readMine } from "@/content/class/class-api";
import { readerOf } from "@/content/class/message-fields";
import type { MineMessage } from "@/content/class/messages";
import { hasServer } from "@/content/site-path";
import { isSameTask } from "@/labs/assignment/assignment-link";

const joinedAssignment = z.object({
  id: z.string(),
  link: z.string(),
  /** The links that it had before its teacher changed it. */
  former: z.array(z.string()).exactOptional(),
  /** The learner's own due date, where it was extended: see `isDue`. */
  due: z.string().exactOptional(),
  /** When the class takes nothing more: milliseconds since 1970. */
  closes: z.number().exactOptional(),
});

const joinedClass = z.object({
  classId: z.string(),
  className: z.string(),
  /** Tells the class's learners apart, where names would not. */
  learner: z.string(),
  /** The learner's name in this class, as `learnerName` gives it. */
  name: z.string(),
  /** Whether the teacher has yet to let them in. */
  waiting: z.boolean().exactOptional(),
  /** As the class last sent them; each link as `linkOf` writes it. */
  assignments: z.array(joinedAssignment).readonly(),
});

/** An assignment of a joined class, as the browser stores it. */
export type JoinedAssignment = z.infer<typeof joinedAssignment>;

/** A joined class, as the browser stores it. */
export type JoinedClass = z.infer<typeof joinedClass>;

/** The most classes that are kept: those joined last. */
const mostJoined = 20;

const none: readonly JoinedClass[] = [];

/** Reads stored classes; null for any other text. */
export const parseJoined = readerOf<readonly JoinedClass[]>(
  z.array(joinedClass).transform((classes) => classes.slice(0, mostJoined)),
);

const store = createBrowserStore<readonly JoinedClass[]>({
  key: "next-pass-classes",
  none,
  // Another copy of the site may lie on the same host, and have its server.
  parse: hasServer ? parseJoined : () => none,
  format: JSON.stringify,
});

/** All of them; none while the page is not yet alive. */
export const useJoinedClasses = store.useValue;

/** Whether the browser keeps them beyond this page. */
export const useIsKept = store.useIsKept;

/** The class joined last that has yet to let this browser's learner in; null where none has. */
export const useWaitingClass = (): string | null =>
  store.useValue().find(({ waiting }) => waiting)?.className ?? null;

/** The class as it is kept just now, by whichever tab; null where it is not. */
export const joinedNow = (classId: string): JoinedClass | null =>
  store.valueNow().find((one) => one.classId === classId) ?? null;

/** Keeps a class that was joined, in the place of an earlier joining. */
export const keepJoined = (joined: JoinedClass) =>
  store.change((classes) => {
    const others = classes.filter(({ classId }) => classId !== joined.classId);
    return [joined, ...others].slice(0, mostJoined);
  });

/** Forgets a class that was left. */
export const forgetJoined = (classId: string) =>
  store.change((classes) => classes.filter((one) => one.classId !== classId));

/** The most former links of an assignment that are kept: the latest. */
const mostFormer = 5;

/** A class as its own message renews it. */
export function renewedBy(before: JoinedClass, mine: MineMessage): JoinedClass {
  const { className, name, waiting, extensions } = mine;
  const assignments = mine.assignments.map(({ id, link, closes }) => {
    const known = before.assignments.find((one) => one.id === id);
    const links = [...(known?.former ?? []), ...(known ? [known.link] : [])];
    const former = links.filter((one) => one !== link).slice(-mostFormer);
    const due = extensions.find(({ assignment }) => assignment === id)?.due;
    return {
      ...{ id, link },
      ...(former.length > 0 && { former }),
      ...(due !== undefined && { due }),
      ...(closes !== null && { closes }),
    };
  });
  return { ...before, className, name, waiting, assignments };
}

/** Renews the stored class from the class's own message. */
export const keepMine = (classId: string, mine: MineMessage) =>
  store.change((classes) =>
    classes.map((one) => (one.classId === classId ? renewedBy(one, mine) : one)),
  );

const renewed = new Set<string>();

/** Renews each class once for each page; one that does not answer stays as it is. */
async function renewOnce(classIds: readonly string[]) {
  const due = classIds.filter((classId) => !renewed.has(classId));
  await Promise.all(
    due.map(async (classId) => {
      renewed.add(classId);
      const answer = await readMine(classId);
      if (answer.ok) keepMine(classId, answer.value);
    }),
  );
}

/** Where a learner of this browser hands in the work for an assignment. */
export type HandInPlace = {
  classId: string;
  className: string;
  /** The learner's id in this class, which decides their seed. */
  learner: string;
  name: string;
  assignmentId: string;
  /** The assignment as the class has it now, as `linkOf` writes it. */
  link: string;
  /** The learner's own due date, where it was extended: see `isDue`. */
  due: string | null;
  /** When the class takes nothing more: milliseconds since 1970; null: no such moment. */
  closes: number | null;
};

/**
 * The class that asks for the assignment with this link, of several the one joined last. A
 * link that the assignment had before its teacher changed it counts, too.
 */
export function placeOf(
  classes: readonly JoinedClass[],
  link: string,
): HandInPlace | null {
  const asks: readonly ((one: JoinedClass["assignments"][number]) => boolean)[] = [
    (one) => one.link === link,
    (one) => one.former?.includes(link) ?? false,
    (one) => isSameTask(one.link, link),
  ];
  for (const isAsked of asks) {
    for (const { classId, className, learner, name, assignments } of classes) {
      const asked = assignments.find(isAsked);
      if (!asked) continue;
      const { id: assignmentId, link, due = null, closes = null } = asked;
      return { classId, className, learner, name, assignmentId, link, due, closes };
    }
  }
  return null;
}

/**
 * The class, joined in this browser, that asks for the assignment with this link (as
 * `linkOf` writes it); null where there is none, and while the page is not yet alive.
 */
export function useJoinedClass(link: string): HandInPlace | null {
  const classes = store.useValue();
  const place = useMemo(() => placeOf(classes, link), [classes, link]);
  const asked = place?.classId ?? null;
  useEffect(() => {
    void renewOnce(asked === null ? classes.map(({ classId }) => classId) : [asked]);
  }, [asked, classes]);
  return place;
}
