// The messages between browsers and the site's server about classes: the one list of shapes
// and limits, read at both ends. class-api.ts sends them, app/api answers them.
import * as z from "zod";
import { itemShape } from "@/content/items/item-shape";
import { sureness } from "@/content/quiz/answer-book";
import { longestPacked } from "@/labs/receipt/receipt";
import { longestLink } from "@/labs/run/link";
import { ballotRequests, ballotResponses } from "./ballot-messages";
import { id, moment, questionId, took } from "./message-fields";
import { ownQuiz, quizRequests, quizResponses } from "./quiz-messages";
import {
  boardRoster,
  classHeadShape,
  ownRoster,
  rosterLimits,
  rosterRequests,
  rosterResponses,
} from "./roster-messages";

/** The limits of a class. */
export const classLimits = {
  ...rosterLimits,
  assignments: 40,
  learners: 5000,
  /** Receipts of one learner for one assignment. */
  receipts: 50,
  /** Questions answered by one learner. */
  answers: 1000,
  /** Questions in one request. */
  answersAtOnce: 200,
};

const link = z.string().max(2 * longestLink);

/** The bodies of requests, by what they ask for. */
export const requests = {
  ...rosterRequests,
  /** POST /api/classes/<id>/assignments; `closes`: no receipt is taken after it */
  assign: z.strictObject({ link, closes: moment.nullable().optional() }),
  /**
   * PATCH /api/classes/<id>/assignments/<assignment>: another link may differ in title,
   * note, goals, points, due date and quiz; what was handed in is judged anew.
   */
  changeAssignment: z.strictObject({
    link: link.exactOptional(),
    closes: moment.nullable().exactOptional(),
  }),
  /** POST /api/classes/<id>/hand-in; the key makes it count once, however often sent */
  handIn: z.strictObject({
    key: id,
    assignment: id,
    packed: z
      .string()
      .max(longestPacked)
      .regex(/^[A-Za-z0-9_-]+$/),
  }),
  /** POST /api/classes/<id>/answers; sending them again changes nothing */
  answers: z.strictObject({
    answers: z
      .array(
        z.strictObject({
          question: questionId,
          first: z.string().max(1000),
          latest: z.string().max(1000),
          at: moment,
          /** How long the first answer took; left out by older pages. */
          took: took.nullable().optional(),
          /** Of the first answer, in percent; kept where the class is measured. */
          sure: z.int().min(sureness.least).max(sureness.most).optional(),
          /** How the question was worded then; left out: its first wording. */
          wording: z.literal("second").exactOptional(),
        }),
      )
      .min(1)
      .max(classLimits.answersAtOnce),
  }),
  ...quizRequests,
  ...ballotRequests,
};

const verdict = z.enum(["confirmed", "not met", "unconfirmed", "contradicted"]);

/** The findings of the server's check of a receipt. */
export const outcomeShape = z.object({
  verdict,
  /** The finding that decided, or why it is no receipt of this assignment and learner. */
  says: z.string(),
  testLoss: z.number().nullable(),
  /** 0 to 1; null without classes. */
  accuracy: z.number().nullable(),
  pass: z.int().nullable(),
  device: z.enum(["webgpu", "cpu"]).nullable(),
  // Rows that older sites wrote lack what follows.
  /** The learner's changes, in words; empty where there are none. */
  changed: z.string().optional(),
  /** Whether each goal is met, in the order of the assignment's. */
  met: z.array(z.boolean()).optional(),
  /** Digests of the weights and of the run's settings: equal ones are alike. */
  weights: z.string().optional(),
  run: z.string().optional(),
});

/** The outcome of a receipt's check. */
export type ReceiptOutcome = z.infer<typeof outcomeShape>;

const receiptHead = z.object({
  id,
  assignment: id,
  learner: id,
  received: moment,
  /** Null until it was checked. */
  outcome: outcomeShape.nullable(),
});

/** A receipt without its text. */
export type ReceiptHead = z.infer<typeof receiptHead>;

const assignment = z.object({
  id,
  link: z.string(),
  created: moment,
  /** When the class stops taking receipts and answers; null: never. */
  closes: moment.nullable(),
});

/** The bodies of answers. */
export const responses = {
  ...rosterResponses,
  /** 200 of GET /api/classes/<id>/board?since=<moment>: receipts changed since then. */
  board: z.object({
    class: classHeadShape,
    /** Whether the browser that asks is its owner's, not a co-teacher's. */
    owner: z.boolean(),
    /** The `since` of the next request. */
    now: moment,
    assignments: z.array(assignment),
    ...boardRoster,
    receipts: z.array(receiptHead),
  }),
  /** 201 of POST /api/classes/<id>/assignments, 200 where it was there */
  assigned: z.object({ id, link: z.string() }),
  /** 200 of PATCH /api/classes/<id>/assignments/<assignment> */
  reassigned: z.object({ assignment }),
  /** 200 of GET /api/classes/<id>/mine; who still waits gets no assignments */
  mine: z.object({
    ...ownRoster,
    className: z.string(),
    name: z.string(),
    expires: moment,
    assignments: z.array(assignment),
    receipts: z.array(receiptHead),
    quizzes: z.array(ownQuiz),
    /** Whether the class is measured, and whether this learner's answers are left out. */
    measured: z.boolean(),
    declines: z.boolean(),
  }),
  /** 201 of POST /api/classes/<id>/hand-in, 200 where the key was there */
  handedIn: z.object({ id }),
  /** 200 of GET /api/classes/<id>/receipts/<receipt>, for its teacher or its learner */
  packed: z.object({
    packed: z.string(),
    learner: id,
    name: z.string(),
    /** The assignment's, as it is now. */
    link: z.string(),
  }),
  /** 200 of GET /api/classes/<id>/answers, for the teacher */
  answers: z.object({
    answers: z.array(
      z.object({
        learner: id,
        question: z.string(),
        first: z.string(),
        firstRight: z.boolean(),
        latest: z.string(),
        right: z.boolean(),
        at: moment,
        took: took.nullable(),
      }),
    ),
  }),
  /** 200 of GET /api/classes/<id>/measured, for the teachers of a class that is */
  measured: z.object({ questions: z.array(itemShape) }),
  ...quizResponses,
  ...ballotResponses,
  /** Every answer of 400 and above: one sentence for the reader. */
  problem: z.object({ problem: z.string() }),
};

/** A class for its teacher, or the changes since they last asked. */
export type BoardMessage = z.infer<typeof responses.board>;
/** A class for one of its learners. */
export type MineMessage = z.infer<typeof responses.mine>;
/** A class without all that is in it. */
export type ClassHead = z.infer<typeof classHeadShape>;
