// The claims of an LMS's messages that this site reads, by the 1EdTech texts:
// https://www.imsglobal.org/spec/lti/v1p3, …/lti-dl/v2p0, …/lti-nrps/v2p0, …/lti-ags/v2p0
import * as z from "zod";

const lti = "https://purl.imsglobal.org/spec/lti/claim";

/** The names of claims. */
export const claimNames = {
  messageType: `${lti}/message_type`,
  version: `${lti}/version`,
  deployment: `${lti}/deployment_id`,
  target: `${lti}/target_link_uri`,
  resourceLink: `${lti}/resource_link`,
  roles: `${lti}/roles`,
  context: `${lti}/context`,
  custom: `${lti}/custom`,
  platform: `${lti}/tool_platform`,
  deepLinking: "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings",
  contentItems: "https://purl.imsglobal.org/spec/lti-dl/claim/content_items",
  data: "https://purl.imsglobal.org/spec/lti-dl/claim/data",
  memberships: "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
  grades: "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
} as const;

/** The longest id that the texts allow, in characters. */
const longestId = 255;

// PostgreSQL keeps neither NUL nor half a character.
const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => !/[\0\p{Cs}]/u.test(value));

/** An id of the platform's. */
export const platformId = text(longestId).min(1);

const address = text(2000).refine((value) => URL.canParse(value));

const title = text(2000).nullish();

/** The shapes of claims, by the keys of `claimNames`. */
export const claimShapes = {
  roles: z.array(text(500)).max(100),
  context: z.looseObject({ id: platformId, label: title, title }),
  resourceLink: z.looseObject({ id: platformId, title }),
  custom: z.record(z.string(), z.unknown()),
  memberships: z.looseObject({ context_memberships_url: address }),
  grades: z.looseObject({
    scope: z.array(text(300)).max(20).optional(),
    lineitems: address.optional(),
    lineitem: address.optional(),
  }),
  deepLinking: z.looseObject({
    deep_link_return_url: address,
    accept_types: z.array(z.string()).max(20),
    accept_lineitem: z.boolean().optional(),
    data: text(4000).optional(),
  }),
};

const membership = "http://purl.imsglobal.org/vocab/lis/v2/membership";
const teaches = ["Instructor", "ContentDeveloper", "Administrator"];
const administers = [
  "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator",
  "http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator",
  "http://purl.imsglobal.org/vocab/lis/v2/system/person#SysAdmin",
];

/** Whether a role is one of the names in a course, or a part of it such as an assistant. */
const isIn = (role: string, name: string) =>
  role === name ||
  role === `${membership}#${name}` ||
  role.startsWith(`${membership}/${name}#`);

const assists =
  /^http:\/\/purl\.imsglobal\.org\/vocab\/lis\/v2\/membership\/instructor#(TeachingAssistant|Grader)/i;

/**
 * Whether somebody with these roles teaches or administers the course itself, so that its class
 * is theirs. Who assists is told as an instructor, too; who administers the whole platform is
 * nobody's teacher by that.
 */
export function leadsCourse(roles: readonly string[]): boolean {
  const has = (name: string) => roles.some((role) => isIn(role, name));
  const helps = roles.some((role) => assists.test(role));
  return has("Administrator") || (has("Instructor") && !helps);
}

/**
 * Who somebody with these roles is in the course: who teaches or administers is a teacher, also
 * where they learn as well; null where they are neither.
 */
export function roleOf(roles: readonly string[]): "teacher" | "learner" | null {
  const has = (name: string) => roles.some((role) => isIn(role, name));
  if (teaches.some(has)) return "teacher";
  if (has("Learner")) return "learner";
  return administers.some((role) => roles.includes(role)) ? "teacher" : null;
}

const institution = "http://purl.imsglobal.org/vocab/lis/v2/institution/person";

/**
 * Who somebody is whose platform tells roles of the institution alone, as Open edX does; null
 * where a role of the course is among them: there they are nobody else.
 * https://github.com/openedx/xblock-lti-consumer/issues/618
 */
export function roleInInstitution(
  roles: readonly string[],
): "teacher" | "learner" | null {
  const ofCourse = (role: string) => role.startsWith(membership) || !role.includes(":");
  if (roles.some(ofCourse)) return null;
  const has = (name: string) => roles.includes(`${institution}#${name}`);
  if (has("Instructor")) return "teacher";
  return has("Student") || has("Learner") ? "learner" : null;
}
