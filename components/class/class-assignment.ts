// The assignments of a class, in words.
import { type Assignment, assignmentTitle } from "@/labs/assignment/assignment";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { nothingAsked } from "@/labs/assignment/assignment-parts";

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

/** Whether two links set one task: title, lab, run and locks are alike, all else may not be. */
export function isSameTask(link: string, other: string): boolean {
  const [one, two] = [assignmentIn(link), assignmentIn(other)];
  if (!one || !two) return false;
  return taskOf(one) === taskOf(two);
}

const taskOf = ({ lab, run, title, lock }: Assignment) =>
  linkOf({ ...nothingAsked, lab, run, title, lock });
