// A teacher's requests about who is in a class, its doors and keys, extensions, marks, and
// the class as a file. As in class-api.ts, no request rejects.
import type * as z from "zod";
import { ask, at, done, patch, post, remove } from "./class-api";
import { lmsResponses } from "./lms-messages";
import { type requests, responses } from "./messages";

/** Changes a class's name, door, approval or end. */
export const changeClass = (classId: string, change: z.infer<typeof requests.change>) =>
  ask(at(classId), responses.changed, patch(change));

/**
 * Makes this browser the owner of the class with this recovery code: private link and code
 * are new, the ones before void. The same `key` (16 to 40 random characters of base64url)
 * again gets the same answer again, so keep it until one came.
 */
export const recoverClass = (code: string, key: string) =>
  ask("/api/recover", responses.opened, post({ code, key }));

/** Gets a new recovery code, for the owner: the one before is void. */
export const renewRecovery = (classId: string) =>
  ask(at(classId, "recovery"), responses.recovery, post());

/** The co-teachers of a class, for its owner. */
export const readTeachers = (classId: string) =>
  ask(at(classId, "teachers"), responses.teachers);

/** Adds a co-teacher; the secret of their private link is told this once. */
export const addTeacher = (classId: string, name: string) =>
  ask(at(classId, "teachers"), responses.teacherAdded, post({ name }));

/** Voids a co-teacher's link and cookies. */
export const removeTeacher = (classId: string, teacher: string) =>
  ask(at(classId, "teachers", teacher), done, remove);

/**
 * Adds learners by name; each gets a code that is told this once. `key`: 16 to 40 random
 * characters of base64url, the same for each try, so that a lost answer loses no code.
 */
export const addRoster = (
  classId: string,
  learners: z.input<typeof requests.roster>["learners"],
  key?: string,
) => ask(at(classId, "roster"), responses.rosterAdded, post({ learners, key }));

/** What the LMS of a class, where it has one, knows of its grades. */
export const readLms = (classId: string) => ask(at(classId, "lms"), lmsResponses.lms);

/** Fills a class with the learners of its course in the LMS. */
export const fillFromLms = (classId: string) =>
  ask(at(classId, "lms", "roster"), lmsResponses.filled, post());

/**
 * New codes for these learners: the ones before are void. `ends`: so are the browsers that
 * were theirs, as where a device was lost.
 */
export const renewCodes = (classId: string, learners: readonly string[], ends = false) =>
  ask(at(classId, "codes"), responses.codes, post({ learners, ends }));

/** A new code for one learner: the second device, and the way back in. See `renewCodes`. */
export const renewCode = (classId: string, learner: string, ends = false) =>
  ask(at(classId, "learners", learner, "code"), responses.code, post({ ends }));

/** Lets a learner in who waits for approval. */
export const approveLearner = (classId: string, learner: string) =>
  ask(at(classId, "learners", learner, "approve"), done, post());

/** Changes what stands beside a learner's name. */
export const changeLearner = (
  classId: string,
  learner: string,
  change: z.input<typeof requests.changeLearner>,
) => ask(at(classId, "learners", learner), done, patch(change));

/** Deletes many learners, with all they handed in. */
export const deleteLearners = (classId: string, learners: readonly string[]) =>
  ask(at(classId, "learners", "delete"), done, post({ learners }));

/** Gives one learner another due date (see `isDue`); null takes it back. */
export const extendFor = (
  classId: string,
  assignment: string,
  learner: string,
  due: string | null,
) =>
  ask(at(classId, "assignments", assignment, "extensions", learner), done, put({ due }));

/** Puts a teacher's word above points or verdict, with a comment for the learner. */
export const markLearner = (
  classId: string,
  assignment: string,
  learner: string,
  mark: z.infer<typeof requests.mark>,
) =>
  ask(
    at(classId, "assignments", assignment, "marks", learner),
    responses.marked,
    put(mark),
  );

/** Takes a mark back. */
export const unmarkLearner = (classId: string, assignment: string, learner: string) =>
  ask(at(classId, "assignments", assignment, "marks", learner), done, remove);

/** Opens another class with the same assignments and no learners. */
export const copyClass = (classId: string, name: string) =>
  ask(at(classId, "copy"), responses.opened, post({ name }));

/** Where a browser downloads a class as a file. */
export const exportPath = (classId: string) => at(classId, "export");

/** Opens the class that a file of `exportPath` holds; learners need new codes. */
export const restoreClass = (file: Blob) =>
  ask("/api/classes/restore", responses.opened, { method: "POST", file });

const put = (body: unknown) => ({ method: "PUT", body }) as const;
