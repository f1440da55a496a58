// Sessions with a class of the built site, as browsers have them.
import { responses } from "@/content/class/messages";

/**
 * A browser's fetch, as far as the site can tell: JSON, its origin, its cookies, and its
 * address as a proxy tells it.
 */
export function session(site: string, address = "192.0.2.1") {
  let cookies: string[] = [];
  return async (path: string, method = "GET", body?: unknown) => {
    const begun = performance.now();
    const answer = await fetch(new URL(path, site), {
      method,
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(cookies.length > 0 && { cookie: cookies.join("; ") }),
        origin: new URL(site).origin,
        "x-forwarded-for": address,
        "sec-fetch-site": "same-origin",
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const took = performance.now() - begun;
    const set = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
    cookies = [...cookies, ...set];
    return { status: answer.status, text, took };
  };
}

type Session = ReturnType<typeof session>;

export async function openClass(site: string, address?: string) {
  const teacher = session(site, address);
  const opened = await teacher("/api/classes", "POST", { name: "The bench" });
  const { class: head, secret } = responses.opened.parse(JSON.parse(opened.text));
  return { teacher, head, secret };
}

export async function assign(teacher: Session, classId: string, link: string) {
  const { text } = await teacher(`/api/classes/${classId}/assignments`, "POST", { link });
  return responses.assigned.parse(JSON.parse(text)).id;
}

export const nameOf = (index: number) => `Learner ${index + 1}`;

/** Keys as the site's own pages make them. */
export const newKey = () => crypto.randomUUID().replaceAll("-", "");

/** A browser that is a learner's, and who that is. */
export async function join(site: string, code: string, index: number, address?: string) {
  const ask = session(site, address);
  const body = { code, name: nameOf(index) };
  const { status, text } = await ask("/api/join", "POST", body);
  if (status !== 200) throw new Error(`Learner ${index} could not join: ${text}`);
  const { learner: id, name } = responses.joined.parse(JSON.parse(text));
  return { ask, learner: { id, name } };
}

/** Hands in a receipt, once. */
export const handIn = (
  learner: Session,
  classId: string,
  assignment: string,
  packed: string,
) =>
  learner(`/api/classes/${classId}/hand-in`, "POST", {
    key: newKey(),
    assignment,
    packed,
  });

/** Does `work` for 0 … count − 1, a few at a time. */
export async function inLanes<T>(
  count: number,
  lanes: number,
  work: (at: number) => Promise<T>,
) {
  const done: T[] = [];
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const at = next;
      next += 1;
      done[at] = await work(at);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}
