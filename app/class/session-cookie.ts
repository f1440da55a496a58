// Who somebody is in one class, as their browser keeps it: a secret in a cookie that no
// script can read and that is sent to the requests of that class alone.
import type { StoredClass } from "./class-store";

export type Role = "teacher" | "learner";

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
export function secretIn(request: Request, role: Role, classId: string): string | null {
  const start = `${nameOf(role, classId)}=`;
  const pairs = (request.headers.get("cookie") ?? "").split(/;\s*/);
  const value = pairs.find((pair) => pair.startsWith(start))?.slice(start.length) ?? "";
  return /^[A-Za-z0-9_-]{22,64}$/.test(value) ? value : null;
}
