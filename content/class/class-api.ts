// Each thing that a browser asks of the site's server about classes.
import * as z from "zod";
import { type requests, responses } from "./messages";

type Answers = z.infer<typeof requests.answers>["answers"];
type HandIn = z.infer<typeof requests.handIn>;
type QuizAnswer = z.infer<typeof requests.quizAnswer>;

/** The answers that tell nothing but that it was done. */
const done = z.object({});

const post = (body?: unknown) => ({ method: "POST", body: body ?? {} }) as const;
const remove = { method: "DELETE" } as const;

const at = (...parts: string[]) =>
  `/api/classes/${parts.map(encodeURIComponent).join("/")}`;

export const openClass = (name: string) =>
  ask("/api/classes", responses.opened, post({ name }));

/** Makes this browser the class's teacher. */
export const enterClass = (classId: string, secret: string) =>
  ask(at(classId, "enter"), responses.entered, post({ secret }));

export const renewSecret = (classId: string) =>
  ask(at(classId, "secret"), responses.renewed, post());

export const deleteClass = (classId: string) => ask(at(classId), done, remove);

export const readBoard = (classId: string, since: number) =>
  ask(`${at(classId, "board")}?since=${since}`, responses.board);

export const readAnswers = (classId: string) =>
  ask(at(classId, "answers"), responses.answers);

export const addAssignment = (classId: string, link: string) =>
  ask(at(classId, "assignments"), responses.assigned, post({ link }));

export const deleteAssignment = (classId: string, id: string) =>
  ask(at(classId, "assignments", id), done, remove);

export const letInAgain = (classId: string, learner: string) =>
  ask(at(classId, "learners", learner, "let-in"), done, post());

export const deleteLearner = (classId: string, learner: string) =>
  ask(at(classId, "learners", learner), done, remove);

export const joinClass = (code: string, name: string) =>
  ask("/api/join", responses.joined, post({ code, name }));

export const readMine = (classId: string) => ask(at(classId, "mine"), responses.mine);

/** This browser is the learner's no more. */
export const leaveClass = (classId: string) => ask(at(classId, "mine"), done, remove);

export const handIn = (classId: string, receipt: HandIn) =>
  ask(at(classId, "hand-in"), responses.handedIn, post(receipt));

export const putAnswers = (classId: string, answers: Answers) =>
  ask(at(classId, "answers"), done, post({ answers }));

export const readReceipt = (classId: string, id: string) =>
  ask(at(classId, "receipts", id), responses.packed);

/** The site's own bank of graded questions. */
export const readGraded = () => ask("/api/graded", responses.graded);

/** How a learner stands in the graded quiz of an assignment; starts nothing. */
export const readQuiz = (classId: string, assignment: string) =>
  ask(at(classId, "assignments", assignment, "quiz"), responses.quiz);

/** Starts the quiz's clock, the first time; gives its questions. */
export const startQuiz = (classId: string, assignment: string) =>
  ask(at(classId, "assignments", assignment, "quiz"), responses.quizStarted, post());

export const answerQuiz = (classId: string, assignment: string, answer: QuizAnswer) =>
  ask(
    at(classId, "assignments", assignment, "quiz", "answers"),
    responses.quizAnswered,
    post(answer),
  );

/** All scores of a class, for its teacher. */
export const readQuizzes = (classId: string) =>
  ask(at(classId, "quiz"), responses.quizzes);

// One request to the site's server. What it answers is read, never trusted.

export type Refused = {
  ok: false;
  /** Of the answer; 0 where none came. */
  status: number;
  /** One sentence or two for the reader. */
  problem: string;
  /** How long the server asks to wait, in milliseconds; null where it does not. */
  wait: number | null;
};

export type Answered<T> = { ok: true; value: T } | Refused;

const away =
  "The site’s server cannot be reached. Check the connection: nothing is lost meanwhile.";
const noServer =
  "This site runs without a server, so it has no classes: receipts work all the same.";
const otherVersion =
  "The server’s answer could not be read: it may have been renewed. Reload the page.";

/** How long an answer may take, in milliseconds. */
const patience = 60_000;

type Question = { method: "GET" | "POST" | "DELETE"; body?: unknown };

const refused = (status: number, problem: string, wait: number | null = null) =>
  ({ ok: false, status, problem, wait }) as const;

/** What a server that answers with pages says of itself; 501: it only has files. */
const withoutJson = (status: number) =>
  status < 500 || status === 501 ? refused(404, noServer) : refused(status, away);

function waitIn(response: Response): number | null {
  const seconds = Number(response.headers.get("Retry-After") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? 1000 * seconds : null;
}

/** Asks; never rejects. An answer without a body is read as `{}`. */
async function ask<T>(
  path: string,
  shape: z.ZodType<T>,
  { method, body }: Question = { method: "GET" },
): Promise<Answered<T>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      cache: "no-store",
      credentials: "same-origin",
      signal: AbortSignal.timeout(patience),
      ...(body !== undefined && {
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      }),
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

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
