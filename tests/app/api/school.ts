// A class with its teacher and learners, each in a browser of their own.
import { responses } from "@/content/class/messages";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { openBrowser } from "./browser";

/** The one text of a link of an assignment. */
export function canonical(link: string): string {
  const assignment = readLink(link)?.assignment;
  if (!assignment) throw new Error(`No assignment: ${link}`);
  return linkOf(assignment);
}

/** An assignment that is trained in no time. */
export const link = canonical(
  "/labs/network?assignment=1&title=Two+arms&goal=loss_9&lock=data-passes&passes=30",
);

export async function openClass(name = "5b", address?: string, how: object = {}) {
  const teacher = openBrowser(address);
  const { told } = await teacher.post("/api/classes", { name, ...how });
  const { class: opened, secret, recovery } = responses.opened.parse(told);
  return {
    teacher,
    secret,
    recovery,
    id: opened.id,
    code: opened.code,
    at: `/api/classes/${opened.id}`,
  };
}

export async function joinClass(code: string, name: string, address?: string) {
  const browser = openBrowser(address);
  const { told } = await browser.post("/api/join", { code, name });
  return { browser, ...responses.joined.parse(told) };
}

/** A class with one assignment and one learner. */
export async function openSchool(name = "Ada", address?: string) {
  const opened = await openClass("5b", address);
  const { told } = await opened.teacher.post(`${opened.at}/assignments`, { link });
  const assignment = responses.assigned.parse(told).id;
  const { browser, learner } = await joinClass(opened.code, name, address);
  return { ...opened, assignment, learner: browser, learnerId: learner, name };
}
