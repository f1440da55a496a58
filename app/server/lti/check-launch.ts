// Whether a message is really a platform's, for this site, for now, for once, and whole.
// https://www.imsglobal.org/spec/security/v1p0/#authentication-response-validation
import * as z from "zod";
import {
  claimNames,
  claimShapes,
  leadsCourse,
  platformId,
  roleInInstitution,
  roleOf,
} from "@/content/lti/claims";
import type { LaunchRefusalCode } from "@/content/lti/launch-refusals";
import { hashOf } from "../secrets";
import type { LtiRegistration, LtiStore } from "../store/lti-store";
import { isPlatformAddress } from "./ask-platform";
import type { LoginState } from "./login";
import { launchRefusal } from "./lti-route";
import { platformKeys } from "./platform-keys";
import { isSignedBy, readToken } from "./tokens";

/** How far two clocks may be apart, in seconds. */
const skew = 60;

/** The longest message that is read, in characters. */
const longestToken = 64_000;

type Claims = Record<string, unknown>;

/** A claim of a shape; refuses with `code` where it has another. */
function readClaim<T>(
  claims: Claims,
  name: string,
  shape: z.ZodType<T>,
  code: LaunchRefusalCode,
): T {
  const { data } = shape.safeParse(claims[name]);
  if (data === undefined) throw launchRefusal(code);
  return data;
}

/** A claim that may be left out. */
function readOptional<T>(claims: Claims, name: string, shape: z.ZodType<T>): T | null {
  if (claims[name] === undefined || claims[name] === null) return null;
  return readClaim(claims, name, shape, "bad-claim");
}

/** The claims of a message that the platform has signed. */
async function signedClaims(
  token: string,
  { jwksUrl }: LtiRegistration,
): Promise<Claims> {
  if (token.length > longestToken) throw launchRefusal("too-large");
  const read = readToken(token);
  if (read === "malformed") throw launchRefusal("malformed-token");
  if (read === "doubled") throw launchRefusal("doubled-claim");
  const { alg, kid } = read.header;
  if (alg !== "RS256") throw launchRefusal("wrong-algorithm");
  if (typeof kid !== "string" || kid === "") throw launchRefusal("unknown-key");
  const keys = await platformKeys(jwksUrl, kid);
  if (keys === "unreachable") throw launchRefusal("platform-unreachable");
  if (keys.length === 0) throw launchRefusal("unknown-key");
  for (const key of keys) if (await isSignedBy(token, key)) return read.claims;
  throw launchRefusal("bad-signature");
}

const audiences = z.union([
  z.string().transform((one) => [one]),
  z.array(z.string()).min(1).max(20),
]);

/** Whether a message is of this platform, for this site, and of this time. */
function checkParties(claims: Claims, { issuer, clientId }: LtiRegistration) {
  if (claims.iss !== issuer) throw launchRefusal("wrong-issuer");
  const audience = readClaim(claims, "aud", audiences, "wrong-audience");
  if (!audience.includes(clientId)) throw launchRefusal("wrong-audience");
  const { azp } = claims;
  if (azp === undefined ? audience.length > 1 : azp !== clientId) {
    throw launchRefusal("wrong-party");
  }
  const now = Date.now() / 1000;
  const exp = readClaim(claims, "exp", z.number(), "bad-times");
  const iat = readClaim(claims, "iat", z.number(), "bad-times");
  if (exp <= now - skew) throw launchRefusal("expired");
  if (iat > now + skew) throw launchRefusal("issued-later");
}

/** The name by which the platform calls somebody; null where it tells none. */
export function nameIn({
  name,
  given_name: given,
  family_name: family,
}: Claims): string | null {
  const text = (value: unknown) => (typeof value === "string" ? value.trim() : "");
  return text(name) || [text(given), text(family)].filter(Boolean).join(" ") || null;
}

const onPlatform = (address: string | undefined) =>
  address !== undefined && isPlatformAddress(address) ? address : null;

const messages = ["LtiResourceLinkRequest", "LtiDeepLinkingRequest"] as const;

/** Who somebody is in the course, and whether it is theirs: see `leadsCourse`. */
function readRole(claims: Claims): { role: "teacher" | "learner"; leads: boolean } {
  const roles = readClaim(claims, claimNames.roles, claimShapes.roles, "bad-claim");
  // Open edX names no platform. Others tell roles of courses as well: who teaches elsewhere
  // in their institution is no teacher of this course.
  const named = claims[claimNames.platform] !== undefined;
  const elsewise = named ? null : roleInInstitution(roles);
  const role = roleOf(roles) ?? elsewise;
  if (role === null) throw launchRefusal("no-role");
  return { role, leads: leadsCourse(roles) || elsewise === "teacher" };
}

/** What is common to the messages of a course. */
function readMessage(claims: Claims) {
  const { messageType, version, deployment, custom } = claimNames;
  if (claims[version] !== "1.3.0") throw launchRefusal("wrong-version");
  const kind = readClaim(claims, messageType, z.enum(messages), "wrong-message");
  const who = readRole(claims);
  const memberships = readOptional(
    claims,
    claimNames.memberships,
    claimShapes.memberships,
  );
  const grades = readOptional(claims, claimNames.grades, claimShapes.grades);
  return {
    kind,
    sub: readClaim(claims, "sub", platformId, "anonymous"),
    name: nameIn(claims),
    ...who,
    deployment: readClaim(claims, deployment, platformId, "unknown-deployment"),
    custom: readOptional(claims, custom, claimShapes.custom) ?? {},
    membershipsUrl: onPlatform(memberships?.context_memberships_url),
    grades: {
      scopes: grades?.scope ?? [],
      lineItemsUrl: onPlatform(grades?.lineitems),
      lineItemUrl: onPlatform(grades?.lineitem),
    },
  };
}

type Message = ReturnType<typeof readMessage>;

/** Somebody of a course follows one of its links. */
export type LinkLaunch = Message & {
  asks: "link";
  target: string;
  context: z.infer<typeof claimShapes.context>;
  resourceLink: { id: string };
};

/** A teacher of a course looks for something to place in it. */
export type ChoiceLaunch = Message & {
  asks: "choice";
  settings: z.infer<typeof claimShapes.deepLinking>;
};

/** A message that was checked. */
export type CheckedLaunch = LinkLaunch | ChoiceLaunch;

function readLaunch(claims: Claims, state: LoginState): CheckedLaunch {
  const message = readMessage(claims);
  const target = claims[claimNames.target];
  const chooses = message.kind === "LtiDeepLinkingRequest";
  // A choice need not say it again.
  if (target !== state.target && !(chooses && target === undefined)) {
    throw launchRefusal("wrong-target");
  }
  if (!chooses) {
    const { context, resourceLink } = claimNames;
    return {
      ...{ asks: "link", ...message, target: state.target },
      context: readClaim(claims, context, claimShapes.context, "no-context"),
      resourceLink: readClaim(
        claims,
        resourceLink,
        claimShapes.resourceLink,
        "no-resource-link",
      ),
    };
  }
  if (message.role !== "teacher") throw launchRefusal("not-a-teacher");
  const { deepLinking: name } = claimNames;
  const settings = readClaim(claims, name, claimShapes.deepLinking, "no-return");
  if (!isPlatformAddress(settings.deep_link_return_url)) throw launchRefusal("no-return");
  return { asks: "choice", ...message, settings };
}

/** A nonce is remembered for longer than a login lasts. */
const nonceLife = 60 * 60_000;

/**
 * The launch of a message, where all of it is right. Uses up its nonce, and takes the first
 * deployment of a registration that has none, but nothing where it is refused before that.
 */
export async function checkLaunch(
  lti: LtiStore,
  registration: LtiRegistration,
  state: LoginState,
  token: string,
): Promise<CheckedLaunch> {
  const claims = await signedClaims(token, registration);
  checkParties(claims, registration);
  if (claims.nonce !== state.nonce) throw launchRefusal("wrong-nonce");
  const launch = readLaunch(claims, state);
  const now = Date.now();
  const nonce = hashOf(`${registration.id}\n${state.nonce}`);
  if (!(await lti.takeNonce(nonce, now + nonceLife, now))) {
    throw launchRefusal("used-nonce");
  }
  if (!(await lti.takeDeployment(registration.id, launch.deployment))) {
    throw launchRefusal("unknown-deployment");
  }
  return launch;
}
