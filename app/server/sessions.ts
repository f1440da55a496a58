// Whom a request comes from: a class's owner, a co-teacher or one of its learners, proved by
// a secret in a cookie that no script can read and that browsers send to that class's routes
// alone; in a frame of an LMS, where browsers keep no cookies, by the same secret in a header.

import { sitePath } from "@/content/site-path";
import { classRoute, notFound, refusal } from "./class-route";
import { type ClassServer, classServer } from "./class-server";
import { hashOf, isId } from "./secrets";
import type { StoredClass, StoredLearner, TaughtClass } from "./store/stored-rows";

type Role = "teacher" | "learner";

const nameOf = (role: Role, classId: string) => `${role}-${classId}`;

/** Whether the browser's own connection is secure, also behind a proxy. */
export function isSecure({ headers, url }: Request): boolean {
  const [protocol] = (headers.get("x-forwarded-proto") ?? "").split(",");
  return protocol?.trim() === "https" || new URL(url).protocol === "https:";
}

function cookie(
  request: Request,
  role: Role,
  id: string,
  value: string,
  seconds: number,
) {
  const parts = [
    `${nameOf(role, id)}=${value}`,
    `Path=${sitePath(`/api/classes/${id}`)}`,
    `Max-Age=${seconds}`,
    "HttpOnly",
    "SameSite=Strict",
  ];
  if (isSecure(request)) parts.push("Secure");
  return parts.join("; ");
}

/** The headers that make a browser a class's teacher or learner until the class expires. */
export function sessionHeaders(
  request: Request,
  role: Role,
  { id, expires }: Pick<StoredClass, "id" | "expires">,
  secret: string,
) {
  const seconds = Math.max(0, Math.floor((expires - Date.now()) / 1000));
  return { "Set-Cookie": cookie(request, role, id, secret, seconds) };
}

/** The headers that end it. */
export const endedSession = (request: Request, role: Role, classId: string) => ({
  "Set-Cookie": cookie(request, role, classId, "", 0),
});

const isSecret = (text: string) => /^[A-Za-z0-9_-]{22,64}$/.test(text);

function cookieIn(request: Request, role: Role, classId: string): string | null {
  const start = `${nameOf(role, classId)}=`;
  const pairs = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const value = pairs.find((pair) => pair.startsWith(start))?.slice(start.length) ?? "";
  return isSecret(value) ? value : null;
}

const bearer = /^Bearer (\S+)$/;

/** The secret that a browser has for a class; null where it has none. */
function secretIn(request: Request, role: Role, classId: string): string | null {
  // A frame tells whose it is, whoever was in this browser before.
  const told = bearer.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  return isSecret(told) ? told : cookieIn(request, role, classId);
}

/** The class with an id from outside. Refuses with 404. */
export async function requireClass(id: string): Promise<StoredClass> {
  const { store } = await classServer();
  const found = isId(id) ? await store.classOf(id, Date.now()) : null;
  if (!found) throw notFound("class");
  return found;
}

/** The headers by which a browser stays who it is, also where the class's end was put off. */
export function keptSession(request: Request, role: Role, schoolClass: StoredClass) {
  const secret = cookieIn(request, role, schoolClass.id);
  return secret === null ? {} : sessionHeaders(request, role, schoolClass, secret);
}

/** The class, and which teacher asks, where the request comes from one; null where not. */
export async function classTaughtBy(
  request: Request,
  id: string,
): Promise<TaughtClass | null> {
  const secret = isId(id) ? secretIn(request, "teacher", id) : null;
  const { store } = await classServer();
  return secret ? store.classOfTeacher(id, hashOf(secret), Date.now()) : null;
}

/** The class that the request's sender teaches. Refuses with 404 or 403. */
async function requireTeacher(request: Request, id: string): Promise<TaughtClass> {
  const found = await classTaughtBy(request, id);
  if (found) return found;
  await requireClass(id);
  throw refusal(
    403,
    "Only a teacher of this class may do that: open its private link, which may be another by now.",
  );
}

const ownersAlone =
  "Only who has this class’s private link may do that, or who teaches its course in an LMS and came from there within a day.";

type LearnerFound = {
  schoolClass: StoredClass;
  learner: StoredLearner;
  /** The hash of the browser's proof. */
  tokenHash: string;
};

/** The class and its learner that a request comes from. Refuses with 404 or 403. */
async function requireJoined(request: Request, id: string): Promise<LearnerFound> {
  const schoolClass = await requireClass(id);
  const { store } = await classServer();
  const secret = secretIn(request, "learner", id);
  const tokenHash = hashOf(secret ?? "");
  const learner = secret ? await store.learnerOf(id, tokenHash) : null;
  if (!learner) {
    const says = "This browser is not in the class, or no longer: join it with a code.";
    throw refusal(403, says);
  }
  return { schoolClass, learner, tokenHash };
}

const waits = "Your teacher has not let you in yet: until then nothing can be done here.";

/** The same of a learner who does not wait for approval any more. */
export async function requireLearner(
  request: Request,
  id: string,
): Promise<LearnerFound> {
  const found = await requireJoined(request, id);
  if (found.learner.waiting) throw refusal(403, waits);
  return found;
}

type ClassParams = { id: string };

type ClassRequest<P> = ClassServer & {
  request: Request;
  params: P;
  schoolClass: StoredClass;
};

type TeacherRequest<P> = ClassRequest<P> & { schoolClass: TaughtClass };

/** A route that answers a class's teachers alone. */
export const teacherRoute = <P extends ClassParams = ClassParams>(
  work: (asked: TeacherRequest<P>) => Promise<Response>,
) =>
  classRoute<P>(async (request, params) => {
    const schoolClass = await requireTeacher(request, params.id);
    return work({ ...(await classServer()), request, params, schoolClass });
  });

/** A route that answers a class's owners alone: see `TaughtClass`. */
export const ownerRoute = <P extends ClassParams = ClassParams>(
  work: (asked: TeacherRequest<P>) => Promise<Response>,
) =>
  teacherRoute<P>(async (asked) => {
    if (!asked.schoolClass.owns) throw refusal(403, ownersAlone);
    return work(asked);
  });

type LearnerRequest<P> = ClassRequest<P> & LearnerFound;

const routeOf =
  (require: typeof requireLearner) =>
  <P extends ClassParams = ClassParams>(
    work: (asked: LearnerRequest<P>) => Promise<Response>,
  ) =>
    classRoute<P>(async (request, params) => {
      const found = await require(request, params.id);
      return work({ ...(await classServer()), ...found, request, params });
    });

/** A route that answers a class's learners, also those who wait for approval. */
export const waitingRoute = routeOf(requireJoined);

/** A route that answers a class's learners alone, once they are let in. */
export const learnerRoute = routeOf(requireLearner);
