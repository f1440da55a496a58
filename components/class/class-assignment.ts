import { nameOf } from "@/components/assignment/make/share-text";
import type { Assignment } from "@/labs/assignment/assignment";
import { readLink } from "@/labs/assignment/assignment-link";
import { counted } from "@/labs/number-text";

// What the links of a class's assignments say; each is read once.

const read = new Map<string, Assignment | null>();

/** The assignment of a link; null where this version of the site reads none. */
export function assignmentIn(link: string): Assignment | null {
  const known = read.get(link);
  if (known !== undefined) return known;
  const assignment = readLink(link)?.assignment ?? null;
  read.set(link, assignment);
  return assignment;
}

/** What an assignment is called. */
export function titleIn(link: string): string {
  const assignment = assignmentIn(link);
  return assignment ? nameOf(assignment) : "An assignment of another version";
}

// How a graded quiz is told before it begins.

type Terms = { count: number; tries: number; minutes: number | null };

/** As in "6 questions, 2 tries each, 20 minutes once you start." */
export function quizTerms({ count, tries, minutes }: Terms): string {
  const each = `${counted(tries, "try", "tries")}${count === 1 ? "" : " each"}`;
  const time =
    minutes === null ? "no time limit" : `${counted(minutes, "minute")} once you start`;
  return `${counted(count, "question")}, ${each}, ${time}.`;
}
