// The messages between browsers and the site's server about graded quizzes.
import * as z from "zod";
import { isFields } from "@/content/fields";
import { longestAnswer } from "@/content/quiz/answer-text";
import type { Kind, Presented, Question } from "@/content/quiz/question";
import { gradedLimits } from "@/labs/assignment/assignment";
import { id, moment, questionId, took } from "./message-fields";

const text = z.string().max(longestAnswer);

/** Which try at a question it is; the first is 1. */
const tryNumber = z.int().min(1).max(gradedLimits.tries);

const count = z.int().min(0);

export const quizRequests = {
  /** POST /api/classes/<id>/assignments/<assignment>/quiz; again: changes nothing */
  startQuiz: z.strictObject({}),
  /**
   * POST …/quiz/answers; the same again changes nothing. `text` is `answerText` of the
   * answer, which names parts as they were presented, without a seed. Older pages name
   * the positions at which they were shown.
   */
  quizAnswer: z.strictObject({
    question: questionId,
    try: tryNumber,
    text,
    took: took.nullable(),
  }),
  /** POST …/quiz/hand-in; again: changes nothing. No more answers are taken then. */
  handInQuiz: z.strictObject({}),
};

/**
 * When a learner is told which answers are right: at once, once all is handed in, or once
 * the assignment is due and so is every extension of it (without a date: handed in).
 */
const feedback = z.enum(["once", "handed", "due"]);

const telling = {
  feedback,
  /** Whether right and wrong are told now; where not, `right` is null everywhere. */
  shows: z.boolean(),
  /** When they will be, as far as that is known: null at once, or with the hand-in. */
  tells: moment.nullable(),
  /** When the learner handed the quiz in; null where they did not, or cannot. */
  handed: moment.nullable(),
  /** Whether answers are taken: not after the time, the hand-in or the closing date. */
  takes: z.boolean(),
};

const times = {
  started: moment,
  /** Null where the time has no limit. */
  ends: moment.nullable(),
  /** The server's clock. */
  now: moment,
};

/** The site's own: made, by the same version of it, of the type it is read as. */
const question = z.custom<Question>(
  (value) =>
    isFields(value) &&
    typeof value.id === "string" &&
    typeof value.asks === "string" &&
    typeof value.kind === "string",
);

const score = z.object({
  learner: id,
  assignment: id,
  question: z.string(),
  try: tryNumber,
  /** Rows of older sites name the positions that parts had in the question's file. */
  text: z.string(),
  /** Of a question's tries the latest one counts. */
  right: z.boolean(),
  at: moment,
  took: took.nullable(),
});

const start = z.object({
  learner: id,
  assignment: id,
  started: moment,
  handed: moment.nullable(),
});

const part = z.strictObject({
  id: z.string(),
  text: z.string(),
  spot: z.string().exactOptional(),
});

/** Strict: a further field might give the answer away. */
const presentedShape: z.ZodType<Presented> = z.strictObject({
  id: z.string(),
  kind: z.custom<Kind>((value) => typeof value === "string"),
  asks: z.string(),
  seed: z.int().min(0),
  parts: z.array(part),
  targets: z.array(part),
  unit: z.string(),
  figure: z.string().nullable(),
});

const tellingShape = z.object(telling);

/** How a learner stands in a quiz that they started. */
export const ownQuiz = z.object({
  assignment: id,
  count,
  /** Questions whose latest try is right; null while that is not told. */
  right: count.nullable(),
  /** Questions that take no more tries, and those that were answered at all. */
  done: count,
  answered: count,
  handed: moment.nullable(),
});

export const quizResponses = {
  /** 200 of GET /api/classes/<id>/graded: the site's own bank, for teachers alone */
  graded: z.object({
    questions: z.array(z.object({ id: z.string(), asks: z.string() })),
  }),
  /** 200 of GET /api/classes/<id>/assignments/<assignment>/quiz, for a learner */
  quiz: z.object({
    /** How many of its questions the site knows, and how many it does not. */
    count,
    missing: count,
    tries: tryNumber,
    minutes: z.int().nullable(),
    ...times,
    ...telling,
    started: moment.nullable(),
    /** Questions whose latest try is right; null while that is not told. */
    right: count.nullable(),
    /** Questions that take no more tries, and those that were answered at all. */
    done: count,
    answered: count,
  }),
  /** 200 of POST …/quiz */
  quizStarted: z.object({
    ...times,
    ...telling,
    tries: tryNumber,
    missing: count,
    questions: z.array(presentedShape),
    /** The learner's tries; `text` names parts as they are presented. */
    given: z.array(
      z.object({
        question: z.string(),
        try: tryNumber,
        text: z.string(),
        /** Null while that is not told. */
        right: z.boolean().nullable(),
      }),
    ),
  }),
  /**
   * 200 of POST …/quiz/answers. `left`: tries at this question, 0 once it is right. Where
   * `right` is not told (null), a further try changes the answer: the latest one counts.
   */
  quizAnswered: z.object({ right: z.boolean().nullable(), left: count }),
  /** 200 of POST …/quiz/hand-in */
  quizHandedIn: z.object({ handed: moment }),
  /** 200 of GET /api/classes/<id>/quiz, for the teacher alone: it has the keys */
  quizzes: z.object({
    scores: z.array(score),
    starts: z.array(start),
    questions: z.array(question),
  }),
};

/** How a quiz stands: whether it takes answers now, and tells of them. */
export type QuizTelling = z.infer<typeof tellingShape>;
/** How a learner stands in a quiz that they started. */
export type OwnQuiz = z.infer<typeof ownQuiz>;
/** One judged try of a learner, for the teacher. */
export type QuizScore = z.infer<typeof score>;
/** How a learner stands in a graded quiz. */
export type QuizState = z.infer<typeof quizResponses.quiz>;
/** A started quiz: its questions, and the tries that were judged. */
export type StartedQuiz = z.infer<typeof quizResponses.quizStarted>;
/** All graded quizzes of a class, with the keys of their questions. */
export type QuizzesMessage = z.infer<typeof quizResponses.quizzes>;
