// A class that this browser has joined, as the browser stores it.
import { isFields } from "@/content/fields";

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
export const mostJoined = 20;

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
