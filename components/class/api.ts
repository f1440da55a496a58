// Each thing that a browser asks of the site's server about classes.
import * as z from "zod";
import { ask } from "./ask";
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
