// The roster of a course, by LTI's Names and Role Provisioning Services: who is in it fills
// its class. https://www.imsglobal.org/spec/lti-nrps/v2p0
import * as z from "zod";
import { jsonIn } from "@/content/class/message-fields";
import { classLimits } from "@/content/class/messages";
import { platformId, roleInInstitution, roleOf } from "@/content/lti/claims";
import { countText } from "@/labs/arithmetic/number-text";
import { refusal } from "../../class-route";
import { newId } from "../../secrets";
import type {
  LtiContext,
  LtiRegistration,
  LtiUser,
  SiteStore,
} from "../../store/lti-store";
import { nameIn } from "../check-launch";
import { nameOf } from "../enter-course";
import { askService } from "./access-tokens";
import { nextPage } from "./next-page";

const scope = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
const mediaType = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

/** The most that is read of one course: pages, people, and time in milliseconds. */
const limits = { pages: 200, people: 2 * classLimits.learners, time: 40_000 };

const memberShape = z.looseObject({
  user_id: platformId,
  roles: z.array(z.unknown()).catch([]),
  status: z.string().nullish().catch(null),
});

const containerShape = z.object({ members: z.array(z.unknown()) });

/** Somebody who is active in a course, as its platform tells them. */
type Member = { name: string | null; role: ReturnType<typeof roleOf> };

type Roster = {
  /** By the platform's own id of each. */
  members: Map<string, Member>;
  /** How many entries have no id that can be read. */
  unread: number;
};

/** Somebody who stands in a roster twice is one: a teacher, where one of the two says so. */
function merged(one: Member | undefined, other: Member): Member {
  if (!one) return other;
  const name = one.name ?? other.name;
  return { name, role: one.role === "teacher" ? one.role : (other.role ?? one.role) };
}

const refused = (why: string, then = "") =>
  refusal(502, `${why} Nothing was changed${then}.`);

const later = "; try again later";

const unread = (status: number) => {
  if (status === 200) return refused("The LMS’s roster cannot be read.", later);
  return status === 429
    ? refused("The LMS is busy.", "; try again in a few minutes")
    : refused(`The LMS did not give the roster (${status}).`, later);
};

/** Adds what one page tells to a roster. */
function addPage(roster: Roster, page: readonly unknown[]) {
  const { members } = roster;
  for (const one of page) {
    const member = memberShape.safeParse(one).data;
    if (!member) roster.unread += 1;
    if (!member || (member.status ?? "Active") !== "Active") continue;
    const { user_id: sub } = member;
    const roles = member.roles.filter((role) => typeof role === "string");
    const role = roleOf(roles) ?? roleInInstitution(roles);
    members.set(sub, merged(members.get(sub), { name: nameIn(member), role }));
  }
}

/** Everybody who is active in a course. Refuses with 502 what is not whole within `most`. */
async function rosterOf(
  { lti }: SiteStore,
  registration: LtiRegistration,
  membershipsUrl: string,
  most: typeof limits,
): Promise<Roster> {
  const roster: Roster = { members: new Map(), unread: 0 };
  const seen = new Set<string>();
  const end = performance.now() + most.time;
  const asked = { method: "GET", headers: { Accept: mediaType } } as const;
  let address: string | null = membershipsUrl;
  while (address !== null) {
    if (seen.has(address)) throw refused("The LMS’s roster goes round in a circle.");
    if (seen.size >= most.pages) throw refused("The LMS’s roster has too many pages.");
    if (performance.now() > end) throw refused("The LMS’s roster takes too long.", later);
    seen.add(address);
    const answer = await askService(lti, registration, scope, address, asked).catch(
      () => {
        throw refused("The LMS does not answer.", later);
      },
    );
    const { data } = containerShape.safeParse(jsonIn(answer.text));
    if (answer.status !== 200 || !data) throw unread(answer.status);
    addPage(roster, data.members);
    if (Math.max(roster.members.size, roster.unread) > most.people) {
      throw refused(`The LMS’s roster has more than ${countText(most.people)} people.`);
    }
    address = nextPage(answer.headers, address);
    if (address === "elsewhere") throw refused("The LMS’s roster goes on elsewhere.");
  }
  // Who asks for it is in it.
  if (roster.members.size + roster.unread === 0) {
    throw refused("The LMS’s roster is empty.");
  }
  return roster;
}

/**
 * What a roster did: learners who are new, those who left, those for whom is no room; and the
 * entries that could not be read, for which nobody is said to have left.
 */
export type Filled = { added: number; left: number; full: number; unread: number };

async function fillFrom(
  store: SiteStore,
  { registration, classId }: LtiContext,
  { members, unread }: Roster,
  known: readonly LtiUser[],
): Promise<Filled> {
  const now = Date.now();
  const ours = known.filter((user) => user.registration === registration);
  const learners = new Set(ours.flatMap(({ sub, learner }) => (learner ? sub : [])));
  const filled = { added: 0, left: 0, full: 0, unread };
  for (const [sub, { name, role }] of members) {
    if (role !== "learner" || learners.has(sub)) continue;
    const person = {
      ...{ registration, sub, role, id: newId() },
      ...{ name: nameOf(name, role), tokenHash: null, now: now + filled.added },
    } as const;
    const { kind } = await store.lti.enter(classId, person, classLimits.learners);
    filled[kind === "in" ? "added" : "full"] += 1;
  }
  const left = ours.filter(({ sub }) => unread === 0 && !members.has(sub));
  await store.lti.markGone(classId, registration, {
    left: left.flatMap(({ sub, gone }) => (gone === null ? sub : [])),
    back: ours.flatMap(({ sub, gone }) => (gone !== null && members.has(sub) ? sub : [])),
    now,
  });
  filled.left = left.filter(({ learner }) => learner).length;
  return filled;
}

/**
 * Fills a class with the learners of its courses: who is new comes in without a browser, and
 * who left is marked; nobody is deleted. A platform that offers no roster adds nobody. Refuses
 * with 502 where one does not give it whole, before anything is changed.
 */
export async function fillFromRosters(
  store: SiteStore,
  classId: string,
  most = limits,
): Promise<Filled> {
  // Who comes from now on may be in no roster that is read now.
  const known = await store.lti.usersOf(classId);
  const read: [LtiContext, Roster][] = [];
  for (const context of await store.lti.contextsOf(classId)) {
    const registration = await store.lti.registration(context.registration);
    if (!registration || context.membershipsUrl === null) continue;
    const url = context.membershipsUrl;
    read.push([context, await rosterOf(store, registration, url, most)]);
  }
  const sum: Filled = { added: 0, left: 0, full: 0, unread: 0 };
  for (const [context, roster] of read) {
    const filled = await fillFrom(store, context, roster, known);
    sum.added += filled.added;
    sum.left += filled.left;
    sum.full += filled.full;
    sum.unread += filled.unread;
  }
  return sum;
}
