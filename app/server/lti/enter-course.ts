// Somebody whom a launch brings enters the class of their course; what is missing is made.
import type { FrameSession } from "@/content/class/frame-session";
import { classLimits } from "@/content/class/messages";
import { isSlug } from "@/content/course";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { learnerName, visibleName } from "@/labs/assignment/learner-name";
import type { ClassServer } from "../class-server";
import { lifetime } from "../open-class";
import { hashOf, newCode, newId, newSecret } from "../secrets";
import type { LtiContext, LtiRegistration } from "../store/lti-store";
import type { LinkLaunch } from "./check-launch";
import { launchRefusal } from "./lti-route";

/** As much of a text as a name can have; null where nothing of it can be seen. */
const shortened = (text: string, most: number) => {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, " ").trim();
  return visibleName([...plain.slice(0, 4 * most)].slice(0, most).join(""), most);
};

/** A name that this site takes: told apart by a few letters, where the platform gives none. */
export const nameOf = (name: string | null, role: "teacher" | "learner") =>
  (name && learnerName(shortened(name, 60) ?? "")) ||
  `${role === "teacher" ? "Teacher" : "Learner"} ${newCode().slice(0, 4)}`;

/** The assignment that a link of a course asks for, as `linkOf` writes it; null: none. */
function askedLink({ custom }: LinkLaunch, page: string): string | null {
  const told = typeof custom.assignment === "string" ? custom.assignment : "";
  // A platform that does not know a variable sends its name.
  const typed = told && !told.startsWith("$") ? told : page;
  const read = typed.startsWith("/labs/") ? readLink(typed) : null;
  if (told && typed === told && !read?.assignment) throw launchRefusal("bad-assignment");
  if (!read?.assignment) return null;
  if (read.refused.length > 0) throw launchRefusal("bad-assignment");
  return linkOf(read.assignment);
}

/** A code is taken less than once in a million classes. */
const tries = 5;

async function openCourse(
  { store }: ClassServer,
  registration: LtiRegistration,
  launch: LinkLaunch,
): Promise<LtiContext> {
  const { title, label, id } = launch.context;
  const most = classLimits.className;
  const name = shortened(title ?? "", most) ?? shortened(label ?? "", most) ?? "Course";
  for (let left = tries; left > 0; left -= 1) {
    const created = Date.now();
    const classId = newId();
    const opened = await store.lti.openContext(
      {
        ...{ id: newId(), registration: registration.id, classId },
        ...{ deployment: launch.deployment, context: id },
        membershipsUrl: launch.membershipsUrl,
        lineItemsUrl: launch.grades.lineItemsUrl,
      },
      {
        ...{ id: classId, name, code: newCode(), created, expires: created + lifetime },
        // Who comes in comes from the course; there is no private link, until one is made.
        ...{ door: "roster", approval: false },
        ...{ teacherHash: hashOf(newSecret()), recoveryHash: null },
      },
    );
    if (opened !== "code") return opened;
  }
  throw new Error("No free class code was found.");
}

/** The page for who entered: an assignment, a lesson, a lab, or the class. */
function pageFor(
  role: "teacher" | "learner",
  { classId }: LtiContext,
  asked: string | null,
  page: string,
) {
  const board = role === "teacher" ? `/class?c=${classId}` : "/class/join";
  if (asked !== null) return role === "teacher" ? board : asked;
  const slug = /^\/lessons\/([a-z-]{1,80})$/.exec(page)?.[1];
  if (slug !== undefined && isSlug(slug)) return page;
  return page.startsWith("/labs/") && readLink(page) ? page : board;
}

/** Lets somebody in who follows a link of a course; `page` is the link's target here. */
export async function enterCourse(
  server: ClassServer,
  registration: LtiRegistration,
  launch: LinkLaunch,
  page: string,
): Promise<FrameSession> {
  const { store, assignments } = server;
  const { role, leads, sub, resourceLink, grades } = launch;
  const link = askedLink(launch, page);
  const course = await openCourse(server, registration, launch);
  const { classId } = course;
  const now = Date.now();
  if (link !== null) {
    const placed = await store.lti.placeLink(
      {
        ...{ id: newId(), context: course.id, resourceLink: resourceLink.id },
        ...{ lineItemUrl: grades.lineItemUrl, scopes: grades.scopes },
        site: new URL(launch.target).origin,
      },
      { id: newId(), link, created: now, closes: null },
      classLimits.assignments,
    );
    assignments.forget(classId);
    if (placed === "full") throw launchRefusal("class-full");
  }
  const asked = link === null ? null : await linkNow(server, course, resourceLink.id);
  const secret = newSecret();
  const entered = await store.lti.enter(
    classId,
    {
      ...{ registration: registration.id, sub, role, leads, id: newId() },
      ...{ name: nameOf(launch.name, role), tokenHash: hashOf(secret), now },
    },
    classLimits.learners,
  );
  if (entered.kind === "full") throw launchRefusal("class-full");
  return { classId, role, secret, to: pageFor(role, course, asked, page) };
}

/** The link of a place's assignment as it is now: its teacher may have changed it. */
async function linkNow(
  { store, assignments }: ClassServer,
  { id, classId }: LtiContext,
  resourceLink: string,
): Promise<string | null> {
  const placed = await store.lti.linkAt(id, resourceLink);
  const listed = await assignments.of(classId);
  return listed.find((one) => one.id === placed?.assignment)?.link ?? null;
}
