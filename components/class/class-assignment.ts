// The assignments of a class, in words.
import { type Assignment, assignmentTitle } from "@/labs/assignment/assignment";
import { readLink } from "@/labs/assignment/assignment-link";

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
