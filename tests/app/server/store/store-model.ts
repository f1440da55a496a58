// The class store as plainly as it can be said: lists in memory. What it answers is what
// the real stores must answer.
import type {
  ClassStore,
  StoredAnswer,
  StoredAssignment,
  StoredClass,
  StoredLearner,
  StoredQuizStart,
  StoredReceipt,
  StoredTry,
} from "@/app/server/store/class-store";
import { nameKey } from "@/app/server/store/sql-learners";

type InClass = { classId: string };
type Klass = StoredClass & { teacherHash: string };
type Learner = InClass & StoredLearner & { tokenHash: string; letIn: boolean };
type Receipt = InClass & StoredReceipt & { key: string; packed: string };

const plainClass = ({ teacherHash: _, ...plain }: Klass): StoredClass => plain;
const plainLearner = ({ id, name, joined }: Learner): StoredLearner => ({
  id,
  name,
  joined,
});
const head = ({ classId: _, key: __, packed: ___, ...plain }: Receipt): StoredReceipt =>
  plain;

export function createStoreModel(): ClassStore {
  let classes: Klass[] = [];
  let assignments: (InClass & StoredAssignment)[] = [];
  let learners: Learner[] = [];
  let receipts: Receipt[] = [];
  let answers: (StoredAnswer & { learner: string })[] = [];
  let starts: (StoredQuizStart & { secret: string })[] = [];
  let tries: (StoredTry & { assignment: string; learner: string })[] = [];

  /** Drops whatever has lost what it belongs to. */
  function prune() {
    const has = (list: readonly { id: string }[], id: string) =>
      list.some((one) => one.id === id);
    assignments = assignments.filter(({ classId }) => has(classes, classId));
    learners = learners.filter(({ classId }) => has(classes, classId));
    receipts = receipts.filter(
      ({ assignment, learner }) => has(assignments, assignment) && has(learners, learner),
    );
    answers = answers.filter(({ learner }) => has(learners, learner));
    const isWhole = (one: { assignment: string; learner: string }) =>
      has(assignments, one.assignment) && has(learners, one.learner);
    starts = starts.filter(isWhole);
    tries = tries.filter(isWhole);
  }

  const found = (is: (one: Klass) => boolean, now: number) => {
    const one = classes.find((each) => is(each) && each.expires > now);
    return one ? plainClass(one) : null;
  };
  const learnerAt = (classId: string, id: string) =>
    learners.find((one) => one.classId === classId && one.id === id);

  /** Whether a learner of the class may be asked for the assignment of the class. */
  const isAsked = (classId: string, quiz: StoredQuizStart) =>
    learnerAt(classId, quiz.learner) !== undefined &&
    assignments.some((one) => one.id === quiz.assignment && one.classId === classId) &&
    found(({ id }) => id === classId, quiz.started) !== null;
  const ofQuiz =
    (quiz: { assignment: string; learner: string }) =>
    (one: { assignment: string; learner: string }) =>
      one.assignment === quiz.assignment && one.learner === quiz.learner;

  return {
    async openClass(opened) {
      const { id, code, teacherHash, created } = opened;
      classes = classes.filter((one) => one.code !== code || one.expires > created);
      prune();
      const clash = classes.find((one) => one.code === code || one.id === id);
      if (!clash) classes.push(opened);
      return (
        !clash ||
        (clash.code === code && clash.id === id && clash.teacherHash === teacherHash)
      );
    },
    classOf: async (id, now) => found((one) => one.id === id, now),
    classByCode: async (code, now) => found((one) => one.code === code, now),
    classOfTeacher: async (id, hash, now) =>
      found((one) => one.id === id && one.teacherHash === hash, now),
    async renewTeacher(id, teacherHash) {
      const one = classes.find((each) => each.id === id);
      if (one) one.teacherHash = teacherHash;
      return one !== undefined;
    },
    async deleteClass(id) {
      classes = classes.filter((one) => one.id !== id);
      prune();
    },
    async deleteExpired(now) {
      const before = classes.length;
      classes = classes.filter((one) => one.expires > now);
      prune();
      return before - classes.length;
    },
    async addAssignment(classId, assignment, most) {
      const own = assignments.filter((one) => one.classId === classId);
      const same = own.find(({ link }) => link === assignment.link);
      if (same) return same.id === assignment.id ? "added" : "there";
      if (own.length >= most || !found(({ id }) => id === classId, assignment.created)) {
        return "full";
      }
      assignments.push({ classId, ...assignment });
      return "added";
    },
    async deleteAssignment(classId, id) {
      assignments = assignments.filter((one) => one.classId !== classId || one.id !== id);
      prune();
    },
    async join(classId, learner, most) {
      const own = learners.filter((one) => one.classId === classId);
      const key = nameKey(learner.name);
      const same = own.find(({ name }) => nameKey(name) === key);
      if (same) {
        if (same.tokenHash !== learner.tokenHash && !same.letIn) {
          return { kind: "name taken" };
        }
        if (same.tokenHash !== learner.tokenHash) same.letIn = false;
        same.tokenHash = learner.tokenHash;
        return { kind: "joined", id: same.id };
      }
      if (own.length >= most || !found(({ id }) => id === classId, learner.joined)) {
        return { kind: "full" };
      }
      learners.push({ classId, letIn: false, ...learner });
      return { kind: "joined", id: learner.id };
    },
    async learnerOf(classId, tokenHash) {
      const one = learners.find(
        (each) => each.classId === classId && each.tokenHash === tokenHash,
      );
      return one ? plainLearner(one) : null;
    },
    async letInAgain(classId, learner) {
      const one = learnerAt(classId, learner);
      if (one) one.letIn = true;
    },
    async deleteLearner(classId, learner) {
      learners = learners.filter((one) => one.classId !== classId || one.id !== learner);
      prune();
    },
    async handIn(classId, receipt, most) {
      const { assignment, learner, key, packed, received } = receipt;
      if (!learnerAt(classId, learner)) return { kind: "gone" };
      const of = (one: Receipt) => one.learner === learner;
      const same = receipts.find((one) => of(one) && one.key === key);
      if (same) {
        return same.packed === packed && same.assignment === assignment
          ? { kind: "there", id: same.id }
          : { kind: "other" };
      }
      const asked = assignments.some(
        (one) => one.id === assignment && one.classId === classId,
      );
      if (!asked || !found(({ id }) => id === classId, received)) return { kind: "gone" };
      const had = receipts.filter((one) => of(one) && one.assignment === assignment);
      if (had.length >= most) return { kind: "full" };
      receipts.push({ classId, changed: received, outcome: null, ...receipt });
      return { kind: "taken", id: receipt.id };
    },
    async packedOf(classId, id, learner) {
      const one = receipts.find((each) => each.classId === classId && each.id === id);
      return one && (learner === undefined || one.learner === learner)
        ? one.packed
        : null;
    },
    async unchecked(before, most) {
      const waiting = receipts.filter(
        ({ outcome, received }) => outcome === null && received < before,
      );
      return waiting.slice(0, most).map(({ id, packed, assignment, learner }) => ({
        id,
        packed,
        link: assignments.find((one) => one.id === assignment)?.link ?? "",
        name: learners.find((one) => one.id === learner)?.name ?? "",
      }));
    },
    async setOutcome(id, outcome, now) {
      const one = receipts.find((each) => each.id === id && each.outcome === null);
      if (one) Object.assign(one, { outcome, changed: now });
    },
    async board(classId, since) {
      const own = <T extends InClass>(list: readonly T[]) =>
        list.filter((one) => one.classId === classId);
      return {
        assignments: own(assignments).map(({ classId: _, ...plain }) => plain),
        learners: own(learners).map(plainLearner),
        receipts: own(receipts)
          .filter(({ changed }) => changed >= since)
          .sort((one, other) => one.changed - other.changed)
          .map(head),
      };
    },
    receiptsOf: async (classId, learner) =>
      receipts
        .filter((one) => one.classId === classId && one.learner === learner)
        .map(head)
        .reverse(),
    async putAnswers(classId, learner, put, most) {
      if (!learnerAt(classId, learner)) return false;
      const own = answers.filter((one) => one.learner === learner);
      const questions = new Set([...own, ...put].map(({ question }) => question));
      if (questions.size > most) return false;
      for (const answer of put) {
        const kept = answers.find(
          (one) => one.learner === learner && one.question === answer.question,
        );
        const { latest, right, at } = answer;
        if (!kept) answers.push({ ...answer, learner });
        else if (at > kept.at) Object.assign(kept, { latest, right, at });
      }
      return true;
    },
    answersOf: async (classId) =>
      answers.filter(({ learner }) => learnerAt(classId, learner)),
    async startQuiz(classId, start) {
      if (!isAsked(classId, start)) return null;
      const there = starts.find(ofQuiz(start));
      if (!there) starts.push(start);
      const { started, secret } = there ?? start;
      return { started, secret };
    },
    async quizOf(classId, assignment, learner) {
      const is = ofQuiz({ assignment, learner });
      const start = starts.find(is);
      if (!start || !learnerAt(classId, learner)) return null;
      const own = tries
        .filter(is)
        .map(({ assignment: _, learner: __, ...plain }) => plain);
      return { started: start.started, secret: start.secret, tries: own };
    },
    async putTry(classId, tried, rules) {
      if (!isAsked(classId, { ...tried, started: tried.at })) return { kind: "gone" };
      const start = starts.find(ofQuiz(tried));
      if (!start) return { kind: "closed" };
      const own = tries.filter(
        (one) => ofQuiz(tried)(one) && one.question === tried.question,
      );
      const same = own.find((one) => one.try === tried.try);
      if (same) {
        return same.text === tried.text
          ? { kind: "kept", right: same.right }
          : { kind: "other" };
      }
      if (rules.longest !== null && tried.at - start.started > rules.longest) {
        return { kind: "over" };
      }
      if (own.some(({ right }) => right) || own.length >= rules.tries) {
        return { kind: "spent" };
      }
      if (tried.try !== own.length + 1) return { kind: "early" };
      tries.push(tried);
      return { kind: "kept", right: tried.right };
    },
    async quizzesOf(classId) {
      const here = ({ learner }: { learner: string }) => learnerAt(classId, learner);
      return {
        starts: starts.filter(here).map(({ secret: _, ...plain }) => plain),
        tries: tries.filter(here),
      };
    },
    close: async () => {},
  };
}
