// The services of a course: line items, scores, results and memberships, each behind a
// bearer token with the scope that the texts ask for.
import type { Answered, Gradebook } from "./gradebook";
import { type Course, scopes } from "./messages";
import type { Profile } from "./profiles";
import type { Service } from "./troubles";

const media = {
  lineItem: "application/vnd.ims.lis.v2.lineitem+json",
  lineItems: "application/vnd.ims.lis.v2.lineitemcontainer+json",
  score: "application/vnd.ims.lis.v1.score+json",
  results: "application/vnd.ims.lis.v2.resultcontainer+json",
  memberships: "application/vnd.ims.lti-nrps.v2.membershipcontainer+json",
};

export type Ask = {
  method: string;
  /** The whole address that was asked. */
  address: URL;
  contentType: string;
  accept: string;
  body: string;
};

export type Served = Answered & { type?: string; link?: string };

/** A way into a course's services: which scopes open it, and what it answers. */
type Way = { service: Service; scopes: string[]; answer(): Served };

const wrongType = (wanted: string): Served => ({
  status: 415,
  problem: `the request's type is not ${wanted}`,
});

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Whether an Accept header takes a media type. */
const accepts = (accept: string, type: string) =>
  accept === "" || accept.includes(type) || accept.includes("*/*");

type Place = {
  course: Course;
  gradebook: Gradebook;
  url: string;
  profile: Profile;
  pageSize: number;
  /** Whether lists of line items heed what is asked of them. */
  filters: boolean;
};

/** The pages that a list comes in: this page, and the address of the next. */
function paged<T>(all: readonly T[], address: URL, most: number) {
  const asked = Number(address.searchParams.get("limit") ?? most);
  const size = Math.max(1, Math.min(Number.isInteger(asked) ? asked : most, most));
  const from = Number(address.searchParams.get("from") ?? 0);
  const next = new URL(address);
  next.searchParams.set("from", String(from + size));
  const isLast = from + size >= all.length;
  return {
    items: all.slice(from, from + size),
    ...(!isLast && { link: `<${next.href}>; rel="next"` }),
  };
}

/** The way that a request takes into a course; null where there is none. */
export function wayInto(place: Place, path: readonly string[], ask: Ask): Way | null {
  const [first, item, last, ...more] = path;
  if (more.length > 0) return null;
  if (first === "memberships" && item === undefined) return memberships(place, ask);
  if (first !== "line_items") return null;
  if (item === undefined) return lineItems(place, ask);
  if (!hasQuery(place.profile, ask.address)) {
    return {
      service: "lineItems",
      scopes: Object.values(scopes),
      answer: () => ({ status: 400, problem: "the address lost its query" }),
    };
  }
  if (last === undefined) return oneLineItem(place, item, ask);
  if (last === "scores") return scoresOf(place, item, ask);
  return last === "results" ? resultsOf(place, item, ask) : null;
}

/** A line item's own query stays where something is put behind its path. */
const hasQuery = ({ lineItemQuery }: Profile, { searchParams }: URL) =>
  [...new URLSearchParams(lineItemQuery)].every(
    ([name, value]) => searchParams.get(name) === value,
  );

/** A line item as it is told: its id is its address. */
const told =
  ({ url, course, profile }: Place) =>
  (item: object & { id: string }) => ({
    ...item,
    id: `${url}/courses/${course.id}/line_items/${item.id}${profile.lineItemQuery}`,
  });

function toldBy(place: Place, answered: Answered): Served {
  const { body } = answered;
  if (typeof body !== "object" || body === null || !("id" in body)) return answered;
  return {
    ...answered,
    type: media.lineItem,
    body: told(place)({ ...body, id: String(body.id) }),
  };
}

function lineItems(place: Place, ask: Ask): Way | null {
  const { gradebook, pageSize, filters } = place;
  const { method, address, accept, contentType, body } = ask;
  if (method === "POST") {
    return {
      service: "lineItems",
      scopes: [scopes.lineItem],
      answer: () =>
        contentType.startsWith(media.lineItem)
          ? toldBy(place, gradebook.add(json(body)))
          : wrongType(media.lineItem),
    };
  }
  if (method !== "GET") return null;
  return {
    service: "lineItems",
    scopes: [scopes.lineItem, scopes.readLineItem],
    answer() {
      if (!accepts(accept, media.lineItems)) return { status: 406, problem: "accept" };
      const wanted = (name: string, value: string | undefined) =>
        !filters || [null, value].includes(address.searchParams.get(name));
      const found = [...gradebook.items.values()].filter(
        ({ resourceLinkId, resourceId, tag }) =>
          wanted("resource_link_id", resourceLinkId) &&
          wanted("resource_id", resourceId) &&
          wanted("tag", tag),
      );
      const { items, ...link } = paged(found, address, pageSize);
      return {
        status: 200,
        type: media.lineItems,
        body: items.map(told(place)),
        ...link,
      };
    },
  };
}

function oneLineItem(place: Place, id: string, ask: Ask): Way | null {
  const { gradebook } = place;
  const { method, contentType, body } = ask;
  const service = "lineItems";
  if (method === "GET") {
    const found = gradebook.items.get(id);
    const answered: Answered = found
      ? { status: 200, body: found }
      : { status: 404, problem: "there is no such line item" };
    const may = [scopes.lineItem, scopes.readLineItem];
    return { service, scopes: may, answer: () => toldBy(place, answered) };
  }
  const may = [scopes.lineItem];
  if (method === "DELETE") {
    return { service, scopes: may, answer: () => gradebook.remove(id) };
  }
  if (method !== "PUT") return null;
  return {
    service,
    scopes: may,
    answer: () =>
      contentType.startsWith(media.lineItem)
        ? toldBy(place, gradebook.change(id, json(body)))
        : wrongType(media.lineItem),
  };
}

function scoresOf({ gradebook, profile }: Place, id: string, ask: Ask): Way | null {
  if (ask.method !== "POST") return null;
  return {
    service: "scores",
    scopes: [scopes.score],
    answer() {
      if (!ask.contentType.startsWith(media.score)) return wrongType(media.score);
      const answered = gradebook.score(id, json(ask.body));
      if (answered.status === 409) return { ...answered, status: profile.staleStatus };
      return answered.status === 200
        ? {
            status: profile.scoreStatus,
            ...(profile.scoreStatus !== 204 && { body: {} }),
          }
        : answered;
    },
  };
}

function resultsOf(
  place: Place,
  id: string,
  { method, accept, address }: Ask,
): Way | null {
  if (method !== "GET") return null;
  const { gradebook, pageSize } = place;
  return {
    service: "lineItems",
    scopes: [scopes.readResult],
    answer() {
      if (!accepts(accept, media.results)) return { status: 406, problem: "accept" };
      if (!gradebook.items.has(id)) {
        return { status: 404, problem: "there is no such line item" };
      }
      const user = address.searchParams.get("user_id");
      const found = gradebook
        .resultsOf(id)
        .filter(({ userId }) => user === null || user === userId);
      const { items, ...link } = paged(found, address, pageSize);
      const scoreOf = told(place)({ id }).id;
      return {
        status: 200,
        type: media.results,
        body: items.map((result) => ({
          id: `${scoreOf}#${result.userId}`,
          scoreOf,
          ...result,
        })),
        ...link,
      };
    },
  };
}

function memberships(place: Place, { method, accept, address }: Ask): Way | null {
  if (method !== "GET" || !place.profile.hasMemberships) return null;
  const { course, pageSize, profile } = place;
  return {
    service: "memberships",
    scopes: [scopes.memberships],
    answer() {
      if (!accepts(accept, media.memberships)) return { status: 406, problem: "accept" };
      const role = address.searchParams.get("role");
      const found = course.members.filter(
        ({ roles }) => role === null || roles.includes(role),
      );
      const { items, ...link } = paged(found, address, pageSize);
      const { id, label, title } = course;
      return {
        status: 200,
        type: media.memberships,
        body: {
          id: address.href,
          context: { id, label, title },
          members: items.map(({ id, givenName, familyName, email, roles, status }) => ({
            user_id: id,
            status,
            roles,
            ...(profile.sharesNames && {
              name: `${givenName} ${familyName}`,
              given_name: givenName,
              family_name: familyName,
              email,
            }),
          })),
        },
        ...link,
      };
    },
  };
}
