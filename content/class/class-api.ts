// A browser's requests to the site's server about classes. An answer is parsed, never
// trusted, and no request rejects.

import * as z from "zod";
import { hasServer, noServer, sitePath } from "@/content/site-path";
import { sessionHeaders } from "./frame-session";
import { jsonIn } from "./message-fields";
import { type requests, responses } from "./messages";

/** A request that was not done. */
export type Refused = {
  ok: false;
  /** The HTTP status; 0 where no answer came. */
  status: number;
  /** One sentence or two for the reader. */
  problem: string;
  /** How long the server asks to wait, in milliseconds; null where it does not. */
  wait: number | null;
};

/** A key that makes one request count once, however often it is sent: 160 random bits. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The outcome of a request. */
export type Answered<T> = { ok: true; value: T } | Refused;

/** Whether the same request may succeed later: no answer, too many of them, a server's fault. */
export const mayRetry = (status: number) =>
  status < 400 || status === 408 || status === 425 || status === 429 || status >= 500;

const longestPause = 60_000;

/**
 * How long to wait before the next try, in milliseconds: `shortest`, doubled with each
 * failure up to a minute, and never less than the server asks for.
 */
export const retryPause = (shortest: number, failures: number, wait: number | null) =>
  Math.max(wait ?? 0, Math.min(longestPause, shortest * 2 ** Math.min(failures, 8)));

const away =
  "The site’s server cannot be reached. Check the connection: nothing is lost meanwhile.";
const otherVersion =
  "The server’s answer could not be read: it may have been renewed. Reload the page.";

/** How long an answer may take, in milliseconds. */
const patience = 60_000;

const refused = (status: number, problem: string, wait: number | null = null) =>
  ({ ok: false, status, problem, wait }) as const;

/** A server that answers with pages has no classes, or is away; 501: it only has files. */
const withoutJson = (status: number) =>
  status < 500 || status === 501 ? refused(404, noServer) : refused(status, away);

function waitIn(response: Response): number | null {
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? 1000 * seconds : null;
}

type Message = {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  body?: unknown;
  /** Sent as it is, instead of a body of JSON. */
  file?: Blob;
};

const contentOf = ({ body, file }: Message) => {
  if (file) return { headers: { "Content-Type": "application/gzip" }, body: file };
  if (body === undefined) return { headers: {}, body: null };
  const headers = { "Content-Type": "application/json" };
  return { headers, body: JSON.stringify(body) };
};

/** Asks the site's server. An answer without a body is read as `{}`. */
export async function ask<T>(
  path: string,
  shape: z.ZodType<T>,
  message: Message = { method: "GET" },
): Promise<Answered<T>> {
  if (!hasServer) return refused(404, noServer);
  const content = contentOf(message);
  let response: Response;
  let text: string;
  try {
    response = await fetch(sitePath(path), {
      method: message.method,
      cache: "no-store",
      credentials: "same-origin",
      signal: AbortSignal.timeout(patience),
      body: content.body,
      headers: { ...sessionHeaders(path), ...content.headers },
    });
    text = await response.text();
  } catch {
    return refused(0, away);
  }
  const { status, ok } = response;
  const found = jsonIn(text === "" && ok ? "{}" : text);
  if (found === undefined) return withoutJson(status);
  if (ok) {
    const { data } = shape.safeParse(found);
    return data === undefined ? refused(status, otherVersion) : { ok, value: data };
  }
  const { data } = responses.problem.safeParse(found);
  return refused(status, data?.problem ?? otherVersion, waitIn(response));
}

/** An answer without content: it was done. */
export const done = z.object({});

/** A request that writes. */
export const post = (body: unknown = {}) => ({ method: "POST", body }) as const;
/** A request that changes what is there. */
export const patch = (body: unknown) => ({ method: "PATCH", body }) as const;
/** A request that deletes. */
export const remove = { method: "DELETE" } as const;

/** The path of a class, and of what is in it. */
export const at = (...parts: string[]) =>
  `/api/classes/${parts.map(encodeURIComponent).join("/")}`;

/** Opens a class, and makes this browser its teacher. By default its door is open. */
export const openClass = (
  name: string,
  how: Omit<Partial<z.infer<typeof requests.open>>, "name"> = {},
) => ask("/api/classes", responses.opened, post({ name, ...how }));

/** Makes this browser the class's teacher, by the secret of the private link. */
export const enterClass = (classId: string, secret: string) =>
  ask(at(classId, "enter"), responses.entered, post({ secret }));

/** Gets a new private link: the one before is void. */
export const renewSecret = (classId: string) =>
  ask(at(classId, "secret"), responses.renewed, post());

/** Deletes a class, with all in it. */
export const deleteClass = (classId: string) => ask(at(classId), done, remove);

/** The board of a class for its teacher; only receipts changed at `since` or later. */
export const readBoard = (classId: string, since: number) =>
  ask(`${at(classId, "board")}?since=${since}`, responses.board);

/** All learners' answers to the course's questions, for the teacher. */
export const readAnswers = (classId: string) =>
  ask(at(classId, "answers"), responses.answers);

/** How well the course's questions ask, as the class's answers tell, for its teachers. */
export const readMeasured = (classId: string) =>
  ask(at(classId, "measured"), responses.measured);

/** Adds an assignment, as `linkOf` writes it. */
export const addAssignment = (classId: string, link: string) =>
  ask(at(classId, "assignments"), responses.assigned, post({ link }));

/** Changes what an assignment asks, or when it closes; the run must stay. */
export const changeAssignment = (
  classId: string,
  assignment: string,
  change: z.infer<typeof requests.changeAssignment>,
) => ask(at(classId, "assignments", assignment), responses.reassigned, patch(change));

/** Deletes an assignment, with the receipts handed in for it. */
export const deleteAssignment = (classId: string, id: string) =>
  ask(at(classId, "assignments", id), done, remove);

/** Deletes a learner, with receipts and answers. */
export const deleteLearner = (classId: string, learner: string) =>
  ask(at(classId, "learners", learner), done, remove);

/**
 * Makes this browser a learner's: by the class's code and a name, or by the learner's own
 * code alone. `key` is 16 to 40 random characters of base64url, the same for each try.
 */
export const joinClass = (joining: z.infer<typeof requests.join>) =>
  ask("/api/join", responses.joined, post(joining));

/** A learner's view of their class. */
export const readMine = (classId: string) => ask(at(classId, "mine"), responses.mine);

/** Gets the learner a new personal code, for another browser: the one before is void. */
export const renewOwnCode = (classId: string) =>
  ask(at(classId, "mine", "code"), responses.code, post());

/** Says whether this learner's answers are left out where the class is measured. */
export const declineMeasure = (classId: string, declines: boolean) =>
  ask(at(classId, "mine"), done, patch({ declines }));

/** Makes this browser the learner's no more. */
export const leaveClass = (classId: string) => ask(at(classId, "mine"), done, remove);

/** Hands a receipt in. */
export const handIn = (classId: string, receipt: z.infer<typeof requests.handIn>) =>
  ask(at(classId, "hand-in"), responses.handedIn, post(receipt));

/** Hands a learner's answers to the course's questions in. */
export const putAnswers = (
  classId: string,
  { answers }: z.infer<typeof requests.answers>,
) => ask(at(classId, "answers"), done, post({ answers }));

/** The text of a receipt, for its learner or the teacher. */
export const readReceipt = (classId: string, id: string) =>
  ask(at(classId, "receipts", id), responses.packed);

/** The site's own bank of graded questions, for a teacher of the class. */
export const readGraded = (classId: string) =>
  ask(at(classId, "graded"), responses.graded);

/** How a learner stands in the graded quiz of an assignment; starts nothing. */
export const readQuiz = (classId: string, assignment: string) =>
  ask(at(classId, "assignments", assignment, "quiz"), responses.quiz);

/** Starts the quiz's clock, the first time; gives its questions. */
export const startQuiz = (classId: string, assignment: string) =>
  ask(at(classId, "assignments", assignment, "quiz"), responses.quizStarted, post());

/** Hands one answer of a graded quiz in, to be judged. */
export const answerQuiz = (
  classId: string,
  assignment: string,
  answer: z.infer<typeof requests.quizAnswer>,
) =>
  ask(
    at(classId, "assignments", assignment, "quiz", "answers"),
    responses.quizAnswered,
    post(answer),
  );

/** Hands a graded quiz in: it takes no more answers. */
export const handInQuiz = (classId: string, assignment: string) =>
  ask(
    at(classId, "assignments", assignment, "quiz", "hand-in"),
    responses.quizHandedIn,
    post(),
  );

/** All scores of a class, for its teacher. */
export const readQuizzes = (classId: string) =>
  ask(at(classId, "quiz"), responses.quizzes);
