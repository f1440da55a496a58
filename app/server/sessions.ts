import { refusal } from "./class-route";
import { classServer } from "./class-server";
import { hashOf, isId } from "./secrets";
import type { StoredClass, StoredLearner } from "./store/class-store";

// Who asks, as the cookies of a request prove it.

/** What a request is told that names what is not there. */
export const notThere = (what: string) =>
  refusal(404, `This site has no such ${what}, or it was deleted.`);

/** The class with an id from outside. Refuses, with 404, where there is none. */
export async function classWith(id: string): Promise<StoredClass> {
  const { store } = await classServer();
  const found = isId(id) ? await store.classOf(id, Date.now()) : null;
  if (!found) throw notThere("class");
  return found;
}

/** The class, where the request comes from its teacher; null where not. */
export async function taughtBy(
  request: Request,
  id: string,
): Promise<StoredClass | null> {
  const secret = isId(id) ? secretIn(request, "teacher", id) : null;
  const { store } = await classServer();
  return secret ? store.classOfTeacher(id, hashOf(secret), Date.now()) : null;
}

/** As `taughtBy`; refuses, with 404 or 403, where not. */
export async function classOfTeacher(request: Request, id: string): Promise<StoredClass> {
  const found = await taughtBy(request, id);
  if (found) return found;
  await classWith(id);
  throw refusal(
    403,
    "Only the teacher of this class may do that: open its private link.",
  );
}

/** The class and its learner that a request comes from. Refuses, with 404 or 403. */
export async function learnerOf(
  request: Request,
  id: string,
): Promise<{ of: StoredClass; learner: StoredLearner }> {
  const of = await classWith(id);
  const { store } = await classServer();
  const secret = secretIn(request, "learner", id);
  const learner = secret ? await store.learnerOf(id, hashOf(secret)) : null;
  if (!learner) {
    const says = "This browser is not in the class, or no longer: join it with its code.";
    throw refusal(403, says);
  }
  return { of, learner };
}

// Who somebody is in one class, as their browser keeps it: a secret in a cookie that no
// script can read and that is sent to the requests of that class alone.

type Role = "teacher" | "learner";

const nameOf = (role: Role, classId: string) => `${role}-${classId}`;

/** Whether the browser's own connection is secure, also where a proxy stands in front. */
function isSecure({ headers, url }: Request): boolean {
  const [told] = (headers.get("x-forwarded-proto") ?? "").split(",");
  return told?.trim() === "https" || new URL(url).protocol === "https:";
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
    `Path=/api/classes/${id}`,
    `Max-Age=${seconds}`,
    "HttpOnly",
    "SameSite=Strict",
  ];
  if (isSecure(request)) parts.push("Secure");
  return parts.join("; ");
}

/** The Set-Cookie that makes a browser a class's teacher or learner until it expires. */
export function sessionCookie(
  request: Request,
  role: Role,
  { id, expires }: Pick<StoredClass, "id" | "expires">,
  secret: string,
): string {
  const seconds = Math.max(0, Math.floor((expires - Date.now()) / 1000));
  return cookie(request, role, id, secret, seconds);
}

/** The Set-Cookie that ends it. */
export const endedCookie = (request: Request, role: Role, classId: string) =>
  cookie(request, role, classId, "", 0);

/** The secret that a browser has for a class; null where it has none. */
function secretIn(request: Request, role: Role, classId: string): string | null {
  const start = `${nameOf(role, classId)}=`;
  const pairs = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const value = pairs.find((pair) => pair.startsWith(start))?.slice(start.length) ?? "";
  return /^[A-Za-z0-9_-]{22,64}$/.test(value) ? value : null;
}
