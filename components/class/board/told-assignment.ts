// What the links of a class's assignments say; each is read once.
import { nameOf } from "@/components/assignment/make/share-text";
import type { Assignment } from "@/labs/assignment/assignment";
import { readLink } from "@/labs/assignment/assignment-link";

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
