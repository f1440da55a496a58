// The roster of a course, by LTI's Names and Role Provisioning Services: who is in it fills
// its class. https://www.imsglobal.org/spec/lti-nrps/v2p0
import * as z from "zod";
import { jsonIn } from "@/content/class/message-fields";
import { classLimits } from "@/content/class/messages";
import { platformId, roleInInstitution, roleOf } from "@/content/lti/claims";
import { refusal } from "../../class-route";
import { newId } from "../../secrets";
import type { LtiContext, LtiRegistration, SiteStore } from "../../store/lti-store";
import { nameIn } from "../check-launch";
import { nameOf } from "../enter-course";
import { askService } from "./access-tokens";
import { nextPage } from "./next-page";

const scope = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
const mediaType = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

/** The most pages, and people, that are read of one course. */
const most = { pages: 200, people: 2 * classLimits.learners };

const memberShape = z.looseObject({
  user_id: platformId,
  roles: z.array(z.string()).max(100),
  status: z.string().optional(),
});

const containerShape = z.object({ members: z.array(z.unknown()).max(most.people) });

/** Somebody of a course, as its platform tells them. */
type Member = { sub: string; name: string | null; role: ReturnType<typeof roleOf> };

const unread = (status: number) =>
  refusal(
    502,
    `The LMS did not give the roster (${status}). Nothing was changed; try again later.`,
  );

/** Everybody who is active in a course. Refuses with 502. */
async function membersOf(
  { lti }: SiteStore,
  registration: LtiRegistration,
  membershipsUrl: string,
): Promise<readonly Member[]> {
  const members: Member[] = [];
  const seen = new Set<string>();
  let address: string | null = membershipsUrl;
  while (address !== null && !seen.has(address)) {
    seen.add(address);
    const { status, text, headers } = await askService(
      lti,
      registration,
      scope,
      address,
      {
        method: "GET",
        headers: { Accept: mediaType },
      },
    ).catch(() => {
      throw refusal(
        502,
        "The LMS does not answer. Nothing was changed; try again later.",
      );
    });
    const { data } = containerShape.safeParse(jsonIn(text));
    if (status !== 200 || !data) throw unread(status);
    for (const one of data.members) {
      const member = memberShape.safeParse(one).data;
      if (!member || (member.status ?? "Active") !== "Active") continue;
      const role = roleOf(member.roles) ?? roleInInstitution(member.roles);
      members.push({ sub: member.user_id, name: nameIn(member), role });
    }
    if (seen.size > most.pages || members.length > most.people) {
      throw refusal(502, "The LMS’s roster is longer than a class can be.");
    }
    address = nextPage(headers, address);
    if (address === "elsewhere") {
      throw refusal(502, "The LMS’s roster goes on elsewhere. Nothing was changed.");
    }
  }
  return members;
}

/** What a roster did: learners who are new, those who left, those for whom is no room. */
export type Filled = { added: number; left: number; full: number };

async function fillFrom(
  store: SiteStore,
  registration: LtiRegistration,
  { classId }: LtiContext,
  members: readonly Member[],
): Promise<Filled> {
  const now = Date.now();
  const known = await store.lti.usersOf(classId);
  const ours = known.filter((user) => user.registration === registration.id);
  const learners = new Set(ours.flatMap(({ sub, learner }) => (learner ? sub : [])));
  const filled = { added: 0, left: 0, full: 0 };
  for (const { sub, name, role } of members) {
    if (role !== "learner" || learners.has(sub)) continue;
    learners.add(sub);
    const person = {
      ...{ registration: registration.id, sub, role, id: newId() },
      ...{ name: nameOf(name, role), tokenHash: null, now: now + filled.added },
    } as const;
    const { kind } = await store.lti.enter(classId, person, classLimits.learners);
    filled[kind === "in" ? "added" : "full"] += 1;
  }
  const present = members.map(({ sub }) => sub);
  await store.lti.markGone(classId, registration.id, present, now);
  const here = new Set(present);
  filled.left = ours.filter(({ sub, learner }) => learner && !here.has(sub)).length;
  return filled;
}

/**
 * Fills a class with the learners of its courses: who is new comes in without a browser, and
 * who left is marked; nobody is deleted. A platform that offers no roster adds nobody. Refuses
 * with 502 where one does not give it.
 */
export async function fillFromRosters(
  store: SiteStore,
  classId: string,
): Promise<Filled> {
  const all: Filled[] = [];
  for (const context of await store.lti.contextsOf(classId)) {
    const registration = await store.lti.registration(context.registration);
    if (!registration || context.membershipsUrl === null) continue;
    const members = await membersOf(store, registration, context.membershipsUrl);
    all.push(await fillFrom(store, registration, context, members));
  }
  const sum = (of: keyof Filled) => all.reduce((sum, one) => sum + one[of], 0);
  return { added: sum("added"), left: sum("left"), full: sum("full") };
}
