// The messages about ballots: a class votes on a prediction, argues, and votes again.
import * as z from "zod";
import { id, moment, questionId } from "./message-fields";

/** How a ballot goes on: two votes, and the time between them for arguing. */
export const phases = ["first", "argue", "second", "ended"] as const;

export type Phase = (typeof phases)[number];

export const phaseShape = z.enum(phases);

/** The phase after one; the last has none. */
export const phaseAfter: Readonly<Record<Phase, Phase | null>> = {
  first: "argue",
  argue: "second",
  second: "ended",
  ended: null,
};

/** Which of the two votes of a ballot. */
export type Round = 1 | 2;

export const roundShape = z.literal([1, 2]);

/** The vote that is open in a phase. */
export const roundIn: Readonly<Record<Phase, Round | null>> = {
  first: 1,
  argue: null,
  second: 2,
  ended: null,
};

/** The id of an option of a question. */
export const optionId = z.string().regex(/^[a-z0-9-]{1,80}$/);

/** The most ballots of a class. */
export const mostBallots = 200;

/** The bodies of requests about ballots. */
export const ballotRequests = {
  /** POST /api/classes/<id>/ballots */
  openBallot: z.strictObject({ question: questionId }),
  /** PATCH /api/classes/<id>/ballots/<ballot>: leaves a phase; done once, however often sent */
  moveBallot: z.strictObject({ leave: phaseShape }),
  /** PUT /api/classes/<id>/room: a vote, or another one in its place */
  vote: z.strictObject({ ballot: id, round: roundShape, option: optionId }),
};

/** How many chose each option, by its id; an option that nobody chose may be left out. */
const counts = z.record(z.string(), z.int());

export type Counts = z.infer<typeof counts>;

const ballot = z.object({
  id,
  question: questionId,
  phase: phaseShape,
  opened: moment,
  /** How many voted in the first vote, and in the second. */
  voted: z.tuple([z.int(), z.int()]),
  /** Both votes; null until the second has ended: nobody is told before. */
  spread: z.tuple([counts, counts]).nullable(),
});

/** A ballot as its class's teacher sees it. */
export type BallotHead = z.infer<typeof ballot>;

const room = z.object({
  ballot: id,
  phase: phaseShape,
  asks: z.string(),
  options: z.array(z.object({ id: z.string(), text: z.string() })),
  /** The learner's own votes. */
  votes: z.tuple([z.string().nullable(), z.string().nullable()]),
  /** The question's run from the learner's own seed, as a path of the site; null before the end. */
  own: z.string().nullable(),
});

/** The latest ballot of a class as one of its learners sees it. */
export type Room = z.infer<typeof room>;

/** The bodies of answers about ballots. */
export const ballotResponses = {
  /** 200 of GET /api/classes/<id>/ballots, for the teacher: the latest first */
  ballots: z.object({
    class: z.object({
      name: z.string(),
      /** The code to join by; null where the door is not open. */
      code: z.string().nullable(),
    }),
    /** How many are in the class. */
    learners: z.int(),
    ballots: z.array(ballot),
  }),
  /** 201 of POST /api/classes/<id>/ballots */
  ballotOpened: z.object({ id }),
  /** 200 of PATCH /api/classes/<id>/ballots/<ballot> */
  ballotMoved: z.object({ phase: phaseShape }),
  /** 200 of GET /api/classes/<id>/ballots/<ballot>, once it has ended: who voted */
  voters: z.object({ voters: z.array(id) }),
  /**
   * 200 of GET /api/classes/<id>/room?seen=<version>, for a learner; where nothing has
   * changed since that version, the version alone. Null: nothing was ever asked.
   */
  room: z.object({ version: z.string(), room: room.nullable().exactOptional() }),
};
