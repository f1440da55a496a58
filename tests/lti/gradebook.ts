// A course's line items, scores and results (LTI Assignment and Grade Services 2.0).
import { randomUUID } from "node:crypto";
import { z } from "zod";

const lineItemForm = z.looseObject({
  label: z.string().trim().min(1),
  scoreMaximum: z.number().positive(),
  resourceLinkId: z.string().optional(),
  resourceId: z.string().optional(),
  tag: z.string().optional(),
  startDateTime: z.iso.datetime({ offset: true }).optional(),
  endDateTime: z.iso.datetime({ offset: true }).optional(),
});

/** Section 3.4: the score object; unknown fields are for extensions. */
const scoreForm = z
  .looseObject({
    userId: z.string().min(1),
    scoreGiven: z.number().nonnegative().optional(),
    scoreMaximum: z.number().positive().optional(),
    comment: z.string().optional(),
    // With a time zone, and more exact than a second.
    timestamp: z.iso
      .datetime({ offset: true })
      .regex(/:\d\d\.\d+/, "the timestamp has no part of a second"),
    activityProgress: z.enum([
      ...(["Initialized", "Started", "InProgress", "Submitted", "Completed"] as const),
    ]),
    gradingProgress: z.enum([
      ...(["FullyGraded", "Pending", "PendingManual", "Failed", "NotReady"] as const),
    ]),
    submission: z
      .looseObject({ startedAt: z.string(), submittedAt: z.string() })
      .partial()
      .optional(),
  })
  .refine(
    ({ scoreGiven, scoreMaximum }) =>
      scoreGiven === undefined || scoreMaximum !== undefined,
    "scoreGiven without scoreMaximum",
  );

export type Score = z.infer<typeof scoreForm>;
export type LineItem = z.infer<typeof lineItemForm> & { id: string };

/** What a person has in a line item. */
export type Result = {
  userId: string;
  resultScore?: number;
  resultMaximum?: number;
  comment?: string;
};

/** What the service answers: a status, and a body or why it refused. */
export type Answered = { status: number; body?: unknown; problem?: string };

const refused = (status: number, problem: string): Answered => ({ status, problem });

/** Opens the gradebook of a course whose people are `isMember`. */
export function openGradebook(isMember: (userId: string) => boolean) {
  const items = new Map<string, LineItem>();
  const latest = new Map<string, Score>();
  const results = new Map<string, Result>();
  /** Every score that was taken, in the order it came. */
  const taken: (Score & { lineItem: string })[] = [];

  function add(body: unknown): Answered {
    const read = lineItemForm.safeParse(body);
    if (!read.success) return refused(400, z.prettifyError(read.error));
    const item = { ...read.data, id: randomUUID() };
    items.set(item.id, item);
    return { status: 201, body: item };
  }

  function change(id: string, body: unknown): Answered {
    const found = items.get(id);
    if (!found) return refused(404, "there is no such line item");
    const read = lineItemForm.safeParse(body);
    if (!read.success) return refused(400, z.prettifyError(read.error));
    // Section 3.2.6: what ties a line item to its link does not change.
    const item = { ...read.data, id, resourceLinkId: found.resourceLinkId };
    items.set(id, item);
    return { status: 200, body: item };
  }

  function score(id: string, body: unknown): Answered {
    if (!items.has(id)) return refused(404, "there is no such line item");
    const read = scoreForm.safeParse(body);
    if (!read.success) return refused(400, z.prettifyError(read.error));
    const { data } = read;
    const { userId, scoreGiven, scoreMaximum, comment, gradingProgress } = data;
    if (!isMember(userId)) return refused(404, "nobody in this course has this id");
    const key = JSON.stringify([id, userId]);
    const before = latest.get(key);
    // Section 3.4.7: a score that is not later than the last changes nothing.
    if (before && Date.parse(before.timestamp) >= Date.parse(data.timestamp)) {
      return refused(409, "a score with this timestamp or a later one is here already");
    }
    latest.set(key, data);
    taken.push({ ...data, lineItem: id });
    if (gradingProgress === "FullyGraded") {
      // Section 3.4.2: a score without scoreGiven takes the result away.
      results.set(key, {
        userId,
        ...(scoreGiven !== undefined && {
          resultScore: scoreGiven,
          resultMaximum: scoreMaximum ?? 1,
        }),
        ...(comment !== undefined && { comment }),
      });
    }
    return { status: 200 };
  }

  return {
    items,
    taken,
    add,
    change,
    remove: (id: string): Answered =>
      items.delete(id) ? { status: 204 } : refused(404, "there is no such line item"),
    score,
    /** The last score of a person, whichever stage of grading it tells. */
    latest: (id: string, userId: string) => latest.get(JSON.stringify([id, userId])),
    result: (id: string, userId: string) => results.get(JSON.stringify([id, userId])),
    resultsOf: (id: string) =>
      [...results].flatMap(([key, result]) =>
        JSON.parse(key)[0] === id ? [result] : [],
      ),
  };
}

export type Gradebook = ReturnType<typeof openGradebook>;
