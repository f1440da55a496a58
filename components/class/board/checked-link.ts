// What a teacher pastes as an assignment, looked at before the server is.
import { linkOf, readLink } from "@/labs/assignment/assignment-link";

/** The assignment's link as `linkOf` writes it, or why it is none, sentence by sentence. */
export function checkedLink(typed: string): { link: string } | { problems: string[] } {
  const text = typed.trim();
  if (text === "") return { problems: ["Paste the link of an assignment first."] };
  const read = readLink(text);
  if (!read) {
    return {
      problems: ["This is no link of a lab: copy it from the page “Assign a lab”."],
    };
  }
  const problems = read.refused.map(({ says }) => says);
  if (problems.length > 0) return { problems };
  if (!read.assignment) {
    return {
      problems: [
        "This link sets up a lab and asks for nothing: make an assignment of it on the page “Assign a lab”.",
      ],
    };
  }
  return { link: linkOf(read.assignment) };
}
