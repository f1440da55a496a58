// What an instructor places in a course, as its LMS is told of it:
// https://www.imsglobal.org/spec/lti-dl/v2p0#lti-resource-link
import { isSlug } from "@/content/course";
import {
  type Assignment,
  assignmentTitle,
  mostPoints,
} from "@/labs/assignment/assignment";
import { linkOf } from "@/labs/assignment/assignment-link";
import { noLink, readAssigned } from "../assignment-links";
import { refusal } from "../class-route";

const lesson = /^\/lessons\/([a-z-]{1,80})$/;

/** When the day of a due date has ended everywhere on Earth: noon of the next, in UTC. */
const endOf = (due: string) =>
  due.includes("T")
    ? due.replace("Z", ":00Z")
    : new Date(Date.parse(`${due}T12:00Z`) + 24 * 60 * 60 * 1000).toISOString();

/** The column of an assignment in a gradebook. */
export const lineItemOf = (asked: Assignment) => ({
  ...{ label: assignmentTitle(asked), scoreMaximum: mostPoints(asked) },
});

/** When an assignment ends, as a platform is told it; null: never. */
export const endTimeOf = ({ due }: Assignment) => (due === null ? null : endOf(due));

function assignmentItem(asked: Assignment, site: string, graded: boolean) {
  const lineItem = lineItemOf(asked);
  const end = endTimeOf(asked);
  return {
    ...{ type: "ltiResourceLink", title: lineItem.label },
    // Its settings are too long for some platforms' addresses: they ride beside.
    url: `${site}/labs/${asked.lab.id}`,
    custom: { assignment: linkOf(asked) },
    ...(graded && lineItem.scoreMaximum > 0 && { lineItem }),
    ...(end !== null && { submission: { endDateTime: end } }),
  };
}

/** What is placed: the link of an assignment, or the path of a lesson and its title. */
type Placed = { link: string; title?: string };

/**
 * The content item of what is placed; `site` is this site's address without a slash at its
 * end, `graded` whether the platform takes line items. Refuses with 400 any other link.
 */
export function contentItemOf(
  { link, title }: Placed,
  site: string,
  graded: boolean,
): Readonly<Record<string, unknown>> {
  const slug = lesson.exec(link)?.[1];
  if (slug === undefined) return assignmentItem(readAssigned(link), site, graded);
  if (!isSlug(slug) || title === undefined) throw refusal(400, noLink);
  return { type: "ltiResourceLink", title, url: `${site}/lessons/${slug}` };
}
