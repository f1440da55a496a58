// A column for an assignment in a course's gradebook, where the platform named none for its
// link. https://www.imsglobal.org/spec/lti-ags/v2p0/#line-item-service-scope-and-allowed-http-methods
import * as z from "zod";
import { jsonIn } from "@/content/class/message-fields";
import type { Assignment } from "@/labs/assignment/assignment";
import type { LtiRegistration, LtiScoreWork, LtiStore } from "../../store/lti-store";
import { endTimeOf, lineItemOf } from "../content-item";
import { askService, type ServiceAnswer } from "./access-tokens";
import { nextPage } from "./next-page";
import { failureOf, type ServiceFailure } from "./service-failure";

const scope = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
const itemType = "application/vnd.ims.lis.v2.lineitem+json";
const listType = "application/vnd.ims.lis.v2.lineitemcontainer+json";

/** Tells this site's columns from others of the same link. */
const tag = "next-pass";

/** The most pages of a course's columns that are read: each is asked for one link's alone. */
const mostPages = 5;

const itemShape = z.object({
  id: z.string().max(2000),
  resourceLinkId: z.string().nullish(),
  tag: z.string().nullish(),
});

const itemsShape = z.array(z.unknown());

type Found = { kind: "found"; url: string };

type Course = {
  lti: Pick<LtiStore, "keys" | "rotateKeys">;
  registration: LtiRegistration;
  /** Where its line items are. */
  address: string;
  clock: () => number;
};

type Asked = Pick<LtiScoreWork, "resourceLink" | "lineItemsUrl" | "scopes">;

const unmade = ({ status }: ServiceAnswer) =>
  `The LMS did not make a column for this assignment’s grades (${status}): set its link up as graded there.`;

function itemIn(value: unknown, { address }: Course) {
  const item = itemShape.safeParse(value).data;
  if (!item || !URL.canParse(item.id, address)) return null;
  return { ...item, url: new URL(item.id, address) };
}

/** The token is for this platform alone. */
const foundAt = (url: URL, { address }: Course): Found | ServiceFailure =>
  url.origin === new URL(address).origin
    ? { kind: "found", url: url.href }
    : {
        kind: "stopped",
        trouble:
          "The LMS keeps the column for this assignment’s grades on another site, to which none are sent.",
      };

/** The column that a link has already; null: it has none. */
async function find(
  course: Course,
  resourceLink: string,
): Promise<Found | ServiceFailure | null> {
  const { lti, registration, address, clock } = course;
  const asked = new URL(address);
  asked.searchParams.set("resource_link_id", resourceLink);
  let next: string | null = asked.href;
  for (let page = 0; next !== null && page < mostPages; page += 1) {
    const headers = { Accept: listType };
    const answer = await askService(lti, registration, scope, next, {
      ...{ method: "GET", headers },
    });
    if (answer.status !== 200) return failureOf(answer, unmade(answer), clock());
    const { data } = itemsShape.safeParse(jsonIn(answer.text));
    if (!data) return { kind: "later", wait: null, trouble: null };
    const items = data
      .flatMap((one) => itemIn(one, course) ?? [])
      .filter(({ resourceLinkId }) => resourceLinkId === resourceLink);
    const found = items.find((one) => one.tag === tag) ?? items[0];
    if (found) return foundAt(found.url, course);
    next = nextPage(answer.headers, next);
  }
  return null;
}

async function make(
  course: Course,
  resourceLink: string,
  asked: Assignment,
): Promise<Found | ServiceFailure> {
  const { lti, registration, address, clock } = course;
  const endDateTime = endTimeOf(asked);
  const answer = await askService(lti, registration, scope, address, {
    method: "POST",
    headers: { "Content-Type": itemType, Accept: itemType },
    body: JSON.stringify({
      ...lineItemOf(asked),
      ...{ resourceLinkId: resourceLink, tag },
      ...(endDateTime !== null && { endDateTime }),
    }),
  });
  if (answer.status < 200 || answer.status > 299) {
    return failureOf(answer, unmade(answer), clock());
  }
  const made = itemIn(jsonIn(answer.text), course);
  // Made, but its address was lost: the next try finds it.
  if (!made) return { kind: "later", wait: null, trouble: null };
  return foundAt(made.url, course);
}

/**
 * The address of an assignment's column for a link that its platform named none for: the one
 * that the link has, else a new one. Of two at once for one link both may make one. Rejects as
 * `askPlatform` does.
 */
export async function lineItemFor(
  { resourceLink, lineItemsUrl, scopes }: Asked,
  asked: Assignment,
  platform: Omit<Course, "address">,
): Promise<Found | ServiceFailure> {
  if (lineItemsUrl === null || !scopes.includes(scope)) {
    return {
      kind: "stopped",
      trouble:
        "This LMS takes no grades from this link: set the link up as graded there, or let its administrator allow this site to make columns.",
    };
  }
  const course = { ...platform, address: lineItemsUrl };
  return (await find(course, resourceLink)) ?? (await make(course, resourceLink, asked));
}
