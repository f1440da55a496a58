// The messages about a class's course in an LMS: its roster, and the grades on their way.
import * as z from "zod";
import { id } from "./message-fields";

/** The bodies of answers. */
export const lmsResponses = {
  /** 200 of GET /api/classes/<id>/lms */
  lms: z.object({
    /** The LMSs that the class is a course of; empty for most classes. */
    courses: z.array(
      z.object({
        name: z.string(),
        /** Whether it tells who is in the course. */
        roster: z.boolean(),
      }),
    ),
    /** How many grades the LMS has as they are. */
    told: z.int(),
    /** How many it is still to be told, and will be. */
    waits: z.int(),
    /** The grades that it could not be told, and why. */
    troubles: z.array(z.object({ assignment: id, learner: id, says: z.string() })),
    /** The learners who are in the course no more. */
    gone: z.array(id),
  }),
  /** 200 of POST /api/classes/<id>/lms/roster */
  filled: z.object({
    added: z.int(),
    /** Learners who are in the course no more; they stay in the class. */
    left: z.int(),
    /** Those for whom the class has no room. */
    full: z.int(),
    /** Entries without an id that can be read: where there are any, nobody has left. */
    unread: z.int(),
  }),
};

/** A class's courses in LMSs, for its teachers. */
export type LmsMessage = z.infer<typeof lmsResponses.lms>;
