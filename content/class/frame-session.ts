// Who the reader is in a frame of another site, such as an LMS: there browsers keep no cookies,
// so the proof goes with each request. It is this frame's alone, and gone with it.
import * as z from "zod";
import { longestLink } from "@/labs/run/link";
import { id, readerOf } from "./message-fields";

/** Somebody of a class, with the proof that a class's cookie holds elsewhere. */
export const sessionShape = z.object({
  classId: id,
  role: z.enum(["teacher", "learner"]),
  secret: z.string().regex(/^[A-Za-z0-9_-]{22,64}$/),
  /** Where they were going: a path and query of the site. */
  to: z
    .string()
    .max(longestLink)
    // Browsers drop tabs and line ends, so that "/\t/host" would be another site.
    .regex(/^\/(?![/\\])[^\p{Cc}]*$/u),
});

/** Somebody of a class, in a frame. */
export type FrameSession = z.infer<typeof sessionShape>;

const key = "next-pass-frame";

const parse = readerOf<FrameSession>(sessionShape);

let session: FrameSession | null = null;

/** The session of this frame; null where it has none. */
export function frameSession(): FrameSession | null {
  try {
    session ??= parse(sessionStorage.getItem(key) ?? "");
  } catch {
    // Storage is blocked: the session lasts as long as the page.
  }
  return session;
}

/** Keeps the session of this frame, in the place of the one before. */
export function keepFrameSession(next: FrameSession) {
  session = next;
  try {
    sessionStorage.setItem(key, JSON.stringify(next));
  } catch {
    // As above.
  }
}

/** The headers by which a request to this path of the site says who asks. */
export function sessionHeaders(path: string): Record<string, string> {
  const [, classId] = /^\/api\/classes\/([^/?]+)/.exec(path) ?? [];
  const found = classId === undefined ? null : frameSession();
  return found?.classId === classId && found !== null
    ? { Authorization: `Bearer ${found.secret}` }
    : {};
}
