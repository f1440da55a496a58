// The messages about who is in a class, by which door and with which code, and what its
// teachers decide for one learner: extensions and marks.
import * as z from "zod";
import { visibleName } from "@/labs/assignment/learner-name";
import { due, id, moment } from "./message-fields";

/** The limits of names, of lists and of what a teacher writes. */
export const rosterLimits = {
  className: 80,
  /** Teachers beside the one who opened the class. */
  teachers: 20,
  /** Learners in one request. */
  atOnce: 500,
  studentId: 60,
  section: 60,
  /** Of a mark; goals and questions have their own. */
  points: 10_000,
  reason: 500,
  comment: 1000,
};

const named = (most: number) =>
  z
    .string()
    .max(4 * most)
    .transform((typed, context) => {
      const name = visibleName(typed, most);
      if (name !== null) return name;
      context.addIssue("A name that can be seen");
      return z.NEVER;
    });

/** The name of a class. */
export const className = named(rosterLimits.className);

/** A text beside a name that may be left out; an empty one counts as none. */
const beside = (most: number) =>
  z.union([z.literal("").transform(() => null), z.null(), named(most)]);

/** Which part of a class a learner is in; null: none. */
export const section = beside(rosterLimits.section);

/** The school's own number or name of a learner; null: none. */
export const studentId = beside(rosterLimits.studentId);

/**
 * How learners come in: with the class's code and any name ("open"), with a code of their
 * own that the teacher gives them ("roster"), or not at all ("closed"). A personal code
 * lets its learner in whatever the door is.
 */
export const doorShape = z.enum(["open", "roster", "closed"]);

/** How learners come in. */
export type Door = z.infer<typeof doorShape>;

/** A teacher's secret: at least 128 random bits in base64url. */
const secret = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

const typedCode = z.string().max(80);

const nothing = z.strictObject({});

/** Whether the browsers that were a learner's before are so no more. */
const ends = z.boolean().default(false);

const writtenText = (most: number) =>
  z
    .string()
    .max(most)
    // PostgreSQL keeps neither NUL nor half a character.
    .transform((text) => text.replace(/[\0\p{Cs}]/gu, " ").trim());

/** The content of a mark. */
export const markFields = {
  /** Instead of the points that goals and quiz earned; null leaves those. */
  points: z.number().min(0).max(rosterLimits.points).multipleOf(0.5).nullable(),
  /** Instead of the check's verdict; null leaves that. */
  verdict: z.enum(["accepted", "refused"]).nullable(),
  /** For teachers alone. */
  reason: writtenText(rosterLimits.reason),
  /** The learner reads it. */
  comment: writtenText(rosterLimits.comment),
};

const learnerList = z.array(id).min(1).max(rosterLimits.atOnce);

/** The bodies of requests, by what they ask for. */
export const rosterRequests = {
  /** POST /api/classes */
  open: z.strictObject({
    name: className,
    door: doorShape.default("open"),
    approval: z.boolean().default(false),
  }),
  /** PATCH /api/classes/<id>; `expires` at most a year from now */
  change: z.strictObject({
    name: className.exactOptional(),
    door: doorShape.exactOptional(),
    /** Whether who comes in by the class's code waits for the teacher. */
    approval: z.boolean().exactOptional(),
    expires: moment.exactOptional(),
    /** Whether its answers tell which questions to rewrite; for the owner alone. */
    measured: z.boolean().exactOptional(),
  }),
  /** PATCH /api/classes/<id>/mine: whether one's own answers are left out of that */
  changeMine: z.strictObject({ declines: z.boolean() }),
  /** POST /api/classes/<id>/copy */
  copy: z.strictObject({ name: className }),
  /** POST /api/classes/<id>/enter */
  enter: z.strictObject({ secret }),
  /** POST /api/recover; the same key again gets the same answer again */
  recover: z.strictObject({ code: typedCode, key: id }),
  /** POST /api/classes/<id>/secret and …/recovery */
  renew: nothing,
  /** POST /api/classes/<id>/teachers */
  teacher: z.strictObject({ name: named(rosterLimits.className) }),
  /**
   * POST /api/classes/<id>/roster; names are refused one by one. The same key again gets
   * the same codes again.
   */
  roster: z.strictObject({
    key: id.optional(),
    learners: z
      .array(
        z.strictObject({
          name: z.string().max(240),
          studentId: studentId.optional(),
          section: section.optional(),
        }),
      )
      .min(1)
      .max(rosterLimits.atOnce),
  }),
  /** POST /api/classes/<id>/codes: a new code for each of these learners */
  codes: z.strictObject({ learners: learnerList, ends }),
  /** POST /api/classes/<id>/learners/<learner>/code */
  code: z.strictObject({ ends }),
  /** POST /api/classes/<id>/learners/<learner>/approve and …/mine/code */
  nothing,
  /** PATCH /api/classes/<id>/learners/<learner> */
  changeLearner: z.strictObject({
    section: section.exactOptional(),
    studentId: studentId.exactOptional(),
  }),
  /** POST /api/classes/<id>/learners/delete */
  deleteLearners: z.strictObject({ learners: learnerList }),
  /**
   * POST /api/join: the class's code and a name, or a personal code alone. The key makes
   * joining again, where the answer was lost, the same joining.
   */
  join: z.strictObject({
    code: typedCode,
    name: z.string().max(240).optional(),
    key: id.optional(),
  }),
  /** PUT /api/classes/<id>/assignments/<assignment>/extensions/<learner>; null ends it */
  extend: z.strictObject({ due: due.nullable() }),
  /** PUT /api/classes/<id>/assignments/<assignment>/marks/<learner> */
  mark: z.strictObject(markFields),
};

/** A learner as their teachers see them. */
const learnerShape = z.object({
  id,
  name: z.string(),
  joined: moment,
  section: z.string().nullable(),
  studentId: z.string().nullable(),
  /** Whether they wait for the teacher's approval. */
  waiting: z.boolean(),
  /** Whether a browser is theirs: one on a roster may never have come. */
  came: z.boolean(),
});

const extension = z.object({ assignment: id, learner: id, due: z.string() });

const mark = z.object({
  assignment: id,
  learner: id,
  points: z.number().nullable(),
  verdict: markFields.verdict,
  reason: z.string(),
  comment: z.string(),
  at: moment,
  /** The co-teacher's name; empty: the teacher who opened the class. */
  by: z.string(),
});

/** A teacher's decision beside goals, quiz and check. */
export type Mark = z.infer<typeof mark>;
/** Another due date for one learner. */
export type Extension = z.infer<typeof extension>;

/** A class without all that is in it. */
export const classHeadShape = z.object({
  id,
  name: z.string(),
  code: z.string(),
  created: moment,
  expires: moment,
  door: doorShape,
  approval: z.boolean(),
  measured: z.boolean(),
});

/** The fields of a board that this file's requests change. */
export const boardRoster = {
  learners: z.array(learnerShape),
  extensions: z.array(extension),
  marks: z.array(mark),
};

/** The same of one learner, for themselves. */
export const ownRoster = {
  learner: id,
  waiting: z.boolean(),
  extensions: z.array(extension.pick({ assignment: true, due: true })),
  marks: z.array(mark.omit({ learner: true, reason: true })),
};

/** A class that was opened, copied, restored or recovered: both secrets are given this once. */
const opened = z.object({ class: classHeadShape, secret, recovery: z.string() });

/** The bodies of answers. */
export const rosterResponses = {
  /** 201 of POST /api/classes, …/copy and /api/classes/restore; 200 of POST /api/recover */
  opened,
  /** 200 of PATCH /api/classes/<id> */
  changed: z.object({ class: classHeadShape }),
  /** 200 of POST /api/classes/<id>/enter; the owner opened the class */
  entered: z.object({ class: classHeadShape, owner: z.boolean() }),
  /** 200 of POST /api/classes/<id>/secret: the one before is void */
  renewed: z.object({ secret }),
  /** 200 of POST /api/classes/<id>/recovery: the code before is void */
  recovery: z.object({ recovery: z.string() }),
  /** 200 of GET /api/classes/<id>/teachers: those beside the owner */
  teachers: z.object({
    teachers: z.array(z.object({ id, name: z.string(), created: moment })),
  }),
  /** 201 of POST /api/classes/<id>/teachers */
  teacherAdded: z.object({ id, secret }),
  /** 200 of POST /api/classes/<id>/roster */
  rosterAdded: z.object({
    added: z.array(z.object({ learner: id, name: z.string(), code: z.string() })),
    refused: z.array(z.object({ name: z.string(), says: z.string() })),
  }),
  /** 200 of POST /api/classes/<id>/codes: only of learners who are in the class */
  codes: z.object({
    codes: z.array(z.object({ learner: id, name: z.string(), code: z.string() })),
  }),
  /** 200 of POST …/learners/<learner>/code and …/mine/code: the one before is void */
  code: z.object({ code: z.string() }),
  /** 200 of POST /api/join */
  joined: z.object({
    classId: id,
    className: z.string(),
    learner: id,
    name: z.string(),
    waiting: z.boolean(),
    /** The personal code of a new learner, told this once; null for who was there. */
    code: z.string().nullable(),
  }),
  /** 200 of PUT …/marks/<learner> */
  marked: z.object({ mark }),
};
