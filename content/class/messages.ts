// The messages between browsers and the site's server about classes: the one list of shapes
// and limits, read at both ends. class-api.ts sends them, app/api answers them.
import * as z from "zod";
import { visibleName } from "@/labs/assignment/learner-name";
import { longestPacked } from "@/labs/receipt/receipt";
import { longestLink } from "@/labs/run/link";
import { id, moment, questionId, took } from "./message-fields";
import { quizRequests, quizResponses } from "./quiz-messages";

/** The limits of a class. */
export const classLimits = {
  className: 80,
  assignments: 40,
  learners: 5000,
  /** Receipts of one learner for one assignment. */
  receipts: 50,
  /** Questions answered by one learner. */
  answers: 1000,
  /** Questions in one request. */
  answersAtOnce: 200,
};

/** A teacher's secret: at least 128 random bits in base64url. */
const secret = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

const className = z.string().transform((typed, context) => {
  const name = visibleName(typed, classLimits.className);
  if (name !== null) return name;
  context.addIssue("A name that can be seen");
  return z.NEVER;
});

/** The bodies of requests, by what they ask for. */
export const requests = {
  /** POST /api/classes */
  open: z.strictObject({ name: className }),
  /** POST /api/classes/<id>/enter */
  enter: z.strictObject({ secret }),
  /** POST /api/classes/<id>/assignments */
  assign: z.strictObject({ link: z.string().max(2 * longestLink) }),
  /** POST /api/join */
  join: z.strictObject({ code: z.string().max(40), name: z.string().max(240) }),
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
        }),
      )
      .min(1)
      .max(classLimits.answersAtOnce),
  }),
  ...quizRequests,
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

const assignment = z.object({ id, link: z.string(), created: moment });

const classHead = z.object({
  id,
  name: z.string(),
  code: z.string(),
  created: moment,
  expires: moment,
});

/** The bodies of answers. */
export const responses = {
  /** 201 of POST /api/classes; the secret is given this once. */
  opened: z.object({ class: classHead, secret }),
  /** 200 of POST /api/classes/<id>/enter */
  entered: z.object({ class: classHead }),
  /** 200 of POST /api/classes/<id>/secret: the one before is void. */
  renewed: z.object({ secret }),
  /** 200 of GET /api/classes/<id>/board?since=<moment>: receipts changed since then. */
  board: z.object({
    class: classHead,
    /** The `since` of the next request. */
    now: moment,
    assignments: z.array(assignment),
    learners: z.array(z.object({ id, name: z.string(), joined: moment })),
    receipts: z.array(receiptHead),
  }),
  /** 201 of POST /api/classes/<id>/assignments, 200 where it was there */
  assigned: z.object({ id, link: z.string() }),
  /** 200 of POST /api/join */
  joined: z.object({ classId: id, className: z.string(), learner: id, name: z.string() }),
  /** 200 of GET /api/classes/<id>/mine */
  mine: z.object({
    className: z.string(),
    name: z.string(),
    expires: moment,
    assignments: z.array(assignment),
    receipts: z.array(receiptHead),
  }),
  /** 201 of POST /api/classes/<id>/hand-in, 200 where the key was there */
  handedIn: z.object({ id }),
  /** 200 of GET /api/classes/<id>/receipts/<receipt>, for its teacher or its learner */
  packed: z.object({ packed: z.string(), name: z.string() }),
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
  ...quizResponses,
  /** Every answer of 400 and above: one sentence for the reader. */
  problem: z.object({ problem: z.string() }),
};

/** A class for its teacher, or the changes since they last asked. */
export type BoardMessage = z.infer<typeof responses.board>;
/** A class for one of its learners. */
export type MineMessage = z.infer<typeof responses.mine>;
/** A class without all that is in it. */
export type ClassHead = z.infer<typeof classHead>;
