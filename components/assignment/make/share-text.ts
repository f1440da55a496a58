// An assignment's link as other programs take it.
import { type Assignment, assignmentTitle } from "@/labs/assignment/assignment";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text inside HTML, between tags or in an attribute's quotes. */
export const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);

/** A due date for readers anywhere: "1 December 2026 at 18:00 UTC". */
function dueAnywhere(due: string): string {
  const timed = due.includes("T");
  const text = new Date(due).toLocaleString("en-GB", {
    dateStyle: "long",
    ...(timed && { timeStyle: "short" }),
    timeZone: "UTC",
  });
  return timed ? `${text} UTC` : text;
}

/** One line of plain text: "Fewest neurons (due 1 December 2026): https://…". */
export function plainLine(assignment: Assignment, address: string): string {
  const due = assignment.due === null ? "" : ` (due ${dueAnywhere(assignment.due)})`;
  return `${assignmentTitle(assignment)}${due}: ${address}`;
}

/** The line as HTML, for the page of a course in an LMS. */
export function htmlLine(assignment: Assignment, address: string): string {
  const due = assignment.due === null ? "" : `, due ${dueAnywhere(assignment.due)}`;
  const name = escapeHtml(assignmentTitle(assignment));
  return `<a href="${escapeHtml(address)}">${name}</a>${escapeHtml(due)}`;
}

/** The HTML that shows an assignment in another site's page. */
export function frameOf(assignment: Assignment, address: string): string {
  const allow = assignment.lab.id === "sound" ? ' allow="microphone"' : "";
  return `<iframe src="${escapeHtml(address)}" title="${escapeHtml(assignmentTitle(assignment))}"${allow} style="width: 100%; height: 60rem; border: 0"></iframe>`;
}
