// Sessions with a class of the built site, as browsers have them.
import { responses } from "@/content/class/messages";

/** A browser's fetch, as far as the site can tell: JSON, its origin, its cookies. */
export function session(site: string) {
  let cookies: string[] = [];
  return async (path: string, method = "GET", body?: unknown) => {
    const begun = performance.now();
    const answer = await fetch(new URL(path, site), {
      method,
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(cookies.length > 0 && { cookie: cookies.join("; ") }),
        origin: new URL(site).origin,
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

export async function openClass(site: string) {
  const teacher = session(site);
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

export async function join(site: string, code: string, index: number) {
  const learner = session(site);
  const { status, text } = await learner("/api/join", "POST", {
    code,
    name: nameOf(index),
  });
  if (status !== 200) throw new Error(`Learner ${index} could not join: ${text}`);
  return learner;
}

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
