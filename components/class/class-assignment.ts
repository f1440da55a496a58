// The assignments of a class, in words.
import { type Assignment, assignmentTitle } from "@/labs/assignment/assignment";
import { readLink } from "@/labs/assignment/assignment-link";
import { counted } from "@/labs/number-text";

/** Each link is read once. */
const read = new Map<string, Assignment | null>();

/** The assignment of a link; null where this version of the site reads none. */
export function assignmentIn(link: string): Assignment | null {
  const known = read.get(link);
  if (known !== undefined) return known;
  const assignment = readLink(link)?.assignment ?? null;
  read.set(link, assignment);
  return assignment;
}

/** The title of a link's assignment, or of its lab. */
export function titleIn(link: string): string {
  const assignment = assignmentIn(link);
  return assignment ? assignmentTitle(assignment) : "An assignment of another version";
}

type Terms = { count: number; tries: number; minutes: number | null };

/** The rules of a graded quiz: "6 questions, 2 tries each, 20 minutes once you start." */
export function quizTerms({ count, tries, minutes }: Terms): string {
  const each = `${counted(tries, "try", "tries")}${count === 1 ? "" : " each"}`;
  const time =
    minutes === null ? "no time limit" : `${counted(minutes, "minute")} once you start`;
  return `${counted(count, "question")}, ${each}, ${time}.`;
}
