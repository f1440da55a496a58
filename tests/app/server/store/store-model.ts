// The class store as plainly as it can be said: lists in memory. What it answers is what
// the real stores must answer.
import type { ClassStore } from "@/app/server/store/class-store";
import type {
  ClassLine,
  ClassSecrets,
  MeasuredAnswer,
  NewClass,
  StoredAssignment,
  StoredBallot,
  StoredClass,
  StoredExtension,
  StoredLearner,
  StoredMark,
  StoredQuizStart,
  StoredReceipt,
  StoredTeacher,
  StoredTry,
  StoredVote,
} from "@/app/server/store/stored-rows";
import { phaseAfter, roundIn } from "@/content/class/ballot-messages";
import { nameKey } from "@/labs/assignment/name-key";

type InClass = { classId: string };
type Klass = StoredClass & ClassSecrets;
type Learner = InClass &
  Omit<StoredLearner, "came"> & { codeHash: string | null; declines?: true };
type Token = { learner: string; tokenHash: string; added: number };
type Receipt = InClass &
  StoredReceipt & { key: string; packed: string; work: number | null };
type Work = { assignment: string; learner: string };
type Start = StoredQuizStart & { secret: string };

const plainClass = ({ teacherHash: _, recoveryHash: __, ...plain }: Klass): StoredClass =>
  plain;
const head = ({
  classId: _,
  key: __,
  packed: ___,
  work: ____,
  ...plain
}: Receipt): StoredReceipt => plain;
const unsure = ({ sure: _, ...plain }: MeasuredAnswer & { learner: string }) => plain;
const outside = <T extends InClass>({ classId: _, ...plain }: T) => plain;
const tokensEach = 10;
const longestEmpty = 60 * 24 * 3600 * 1000;

/** `kept`: all that it keeps at present, as one text. */
export function createStoreModel(): ClassStore & { kept(): string } {
  let classes: Klass[] = [];
  let teachers: (InClass & StoredTeacher & { secretHash: string })[] = [];
  let assignments: (InClass & StoredAssignment)[] = [];
  let learners: Learner[] = [];
  let tokens: Token[] = [];
  let extensions: StoredExtension[] = [];
  let marks: StoredMark[] = [];
  let receipts: Receipt[] = [];
  let answers: (MeasuredAnswer & { learner: string })[] = [];
  let starts: Start[] = [];
  let tries: (StoredTry & Work)[] = [];
  let ballots: (InClass & StoredBallot)[] = [];
  let votes: StoredVote[] = [];

  /** Drops whatever has lost what it belongs to. */
  function prune() {
    const has = (list: readonly { id: string }[], id: string) =>
      list.some((one) => one.id === id);
    teachers = teachers.filter(({ classId }) => has(classes, classId));
    assignments = assignments.filter(({ classId }) => has(classes, classId));
    learners = learners.filter(({ classId }) => has(classes, classId));
    const isOurs = ({ learner }: { learner: string }) => has(learners, learner);
    tokens = tokens.filter(isOurs);
    answers = answers.filter(isOurs);
    const isWhole = (one: Work) => has(assignments, one.assignment) && isOurs(one);
    receipts = receipts.filter(isWhole);
    extensions = extensions.filter(isWhole);
    marks = marks.filter(isWhole);
    starts = starts.filter(isWhole);
    tries = tries.filter(isWhole);
    ballots = ballots.filter(({ classId }) => has(classes, classId));
    votes = votes.filter((one) => has(ballots, one.ballot) && isOurs(one));
  }

  const own = <T extends InClass>(list: readonly T[], id: string) =>
    list.filter(({ classId }) => classId === id);
  const found = (is: (one: Klass) => boolean, now: number) => {
    const one = classes.find((each) => is(each) && each.expires > now);
    return one ? plainClass(one) : null;
  };
  const isOpen = (classId: string, now: number) =>
    found(({ id }) => id === classId, now) !== null;
  const learnerAt = (classId: string, id: string) =>
    learners.find((one) => one.classId === classId && one.id === id);
  const plainLearner = ({
    classId: _,
    codeHash: __,
    declines: ___,
    ...plain
  }: Learner): StoredLearner => ({
    ...plain,
    came: tokens.some(({ learner }) => learner === plain.id),
  });
  const isLetIn = (classId: string, id: string) =>
    learnerAt(classId, id)?.waiting === false;
  const assignmentAt = (classId: string, id: string) =>
    assignments.find((one) => one.classId === classId && one.id === id);
  const isAsked = (classId: string, work: Work, now: number) =>
    isLetIn(classId, work.learner) &&
    assignmentAt(classId, work.assignment) !== undefined &&
    isOpen(classId, now);
  const of = (work: Work) => (one: Work) =>
    one.assignment === work.assignment && one.learner === work.learner;
  const isOf = (classId: string, learner?: string) => (one: { learner: string }) =>
    learnerAt(classId, one.learner) !== undefined &&
    (learner === undefined || one.learner === learner);
  const latestFirst = (classId: string) =>
    own(ballots, classId)
      .map(outside)
      .sort((one, other) => other.opened - one.opened || (one.id < other.id ? -1 : 1));
  const ballotAt = (classId: string, id: string) =>
    ballots.find((one) => one.classId === classId && one.id === id);
  const grants = (classId: string, learner?: string) => {
    const sorted = <T extends Work>(list: readonly T[]) =>
      list
        .filter(isOf(classId, learner))
        .toSorted((one, other) =>
          `${one.assignment} ${one.learner}` < `${other.assignment} ${other.learner}`
            ? -1
            : 1,
        );
    return { extensions: sorted(extensions), marks: sorted(marks) };
  };

  const forget = (isMeant: (answer: { learner: string }) => boolean) => {
    for (const answer of answers.filter(isMeant)) delete answer.sure;
  };

  function insertClass(opened: NewClass): "opened" | "there" | "code" {
    const { id, code, teacherHash, created } = opened;
    classes = classes.filter((one) => one.code !== code || one.expires > created);
    prune();
    const clash = classes.find((one) => one.code === code || one.id === id);
    if (clash) {
      const same = clash.code === code && clash.id === id;
      return same && clash.teacherHash === teacherHash ? "there" : "code";
    }
    classes.push({ ...opened, measured: false });
    return "opened";
  }
  function putToken(learner: string, tokenHash: string, added: number) {
    const mine = tokens.filter((one) => one.learner === learner);
    if (mine.some((one) => one.tokenHash === tokenHash)) return;
    const oldest = mine.toSorted((one, other) => one.added - other.added)[0];
    if (mine.length >= tokensEach) tokens = tokens.filter((one) => one !== oldest);
    tokens.push({ learner, tokenHash, added });
  }
  const sizeOf = (list: readonly Receipt[]) =>
    list.reduce((sum, { packed }) => sum + packed.length, 0);

  return {
    kept: () =>
      JSON.stringify([
        ...[classes, teachers, assignments, learners, tokens, extensions, marks],
        ...[receipts, answers, starts, tries, ballots, votes],
      ]),
    reach: async () => {},
    openClass: async (opened) => insertClass(opened) !== "code",
    async changeClass(id, change, now) {
      const one = classes.find((each) => each.id === id && each.expires > now);
      if (!one) return null;
      if (change.measured === false) forget(isOf(id));
      return plainClass(Object.assign(one, change));
    },
    classOf: async (id, now) => found((one) => one.id === id, now),
    classByCode: async (code, now) => found((one) => one.code === code, now),
    async classOfTeacher(id, hash, now) {
      const one = classes.find((each) => each.id === id && each.expires > now);
      if (!one) return null;
      const co = own(teachers, id).find((each) => each.secretHash === hash);
      if (one.teacherHash !== hash && !co) return null;
      const owns = one.teacherHash === hash || !co;
      const by = owns ? null : { id: co.id, name: co.name };
      const { teacherHash, recoveryHash } = one;
      return { ...plainClass(one), teacherHash, recoveryHash, by, owns };
    },
    async renewTeacher(id, old, next) {
      const one = classes.find((each) => each.id === id);
      if (!one || (one.teacherHash !== old && one.teacherHash !== next)) return false;
      one.teacherHash = next;
      return true;
    },
    async renewRecovery(id, old, next) {
      const one = classes.find((each) => each.id === id);
      if (!one || (one.recoveryHash !== old && one.recoveryHash !== next)) return false;
      one.recoveryHash = next;
      return true;
    },
    async recover(recoveryHash, next, now) {
      const one = classes.find(
        (each) =>
          each.expires > now &&
          (each.recoveryHash === recoveryHash ||
            (each.teacherHash === next.teacherHash &&
              each.recoveryHash === next.recoveryHash)),
      );
      return one ? plainClass(Object.assign(one, next)) : null;
    },
    teachersOf: async (classId) =>
      own(teachers, classId).map(({ id, name, created }) => ({ id, name, created })),
    async addTeacher(classId, teacher, most) {
      const there = own(teachers, classId);
      if (there.some(({ id }) => id === teacher.id)) return "added";
      if (!isOpen(classId, teacher.created) || there.length >= most) return "full";
      teachers.push({ classId, ...teacher });
      return "added";
    },
    async deleteTeacher(classId, id) {
      teachers = teachers.filter((one) => one.classId !== classId || one.id !== id);
    },
    async deleteClass(id) {
      classes = classes.filter((one) => one.id !== id);
      prune();
    },
    async deleteExpired(now) {
      const before = classes.length;
      classes = classes.filter((one) => {
        const empty =
          [...own(learners, one.id), ...own(assignments, one.id)].length === 0;
        return one.expires > now && !(empty && one.created <= now - longestEmpty);
      });
      prune();
      return before - classes.length;
    },
    async copyClass(from, opened, newId) {
      const state = insertClass(opened);
      if (state !== "opened") return state === "there";
      for (const { link, created } of own(assignments, from)) {
        const copied = { id: newId(), link, created, closes: null };
        assignments.push({ classId: opened.id, ...copied });
      }
      return true;
    },
    async *exportClass(classId): AsyncIterable<ClassLine> {
      for (const one of classes.filter(({ id }) => id === classId)) {
        const { id: _, code: __, measured: ___, ...plain } = plainClass(one);
        yield { is: "class", ...plain };
      }
      for (const one of own(assignments, classId)) {
        yield { is: "assignment", ...outside(one) };
      }
      for (const { phase, ...one } of latestFirst(classId)) {
        if (phase === "ended") yield { is: "ballot", ...one };
      }
      for (const { classId: _, declines: __, ...plain } of own(learners, classId)) {
        yield { is: "learner", ...plain };
        const whose = isOf(classId, plain.id);
        const granted = grants(classId, plain.id);
        for (const one of granted.extensions) yield { is: "extension", ...one };
        for (const one of granted.marks) yield { is: "mark", ...one };
        for (const one of answers.filter(whose)) yield { is: "answer", ...unsure(one) };
        for (const one of starts.filter(whose)) yield { is: "quiz", ...one };
        for (const one of tries.filter(whose)) yield { is: "try", ...one };
        for (const one of votes.filter(whose)) {
          const ended = ballotAt(classId, one.ballot)?.phase === "ended";
          if (ended) yield { is: "vote", ...one };
        }
        for (const { classId: _, changed: __, ...one } of receipts.filter(whose)) {
          yield { is: "receipt", ...one };
        }
      }
    },
    async restoreClass(opened, lines) {
      const state = insertClass(opened);
      if (state !== "opened") return state === "there" ? "restored" : "code";
      const all = [...assignments, ...learners, ...receipts, ...ballots];
      const taken = all.map(({ id }) => id);
      const codes = learners.flatMap(({ codeHash }) => codeHash ?? []);
      const clash = lines.some(
        (line) =>
          ("id" in line && taken.includes(line.id)) ||
          (line.is === "learner" && codes.includes(line.codeHash ?? "")),
      );
      if (clash) {
        classes = classes.filter(({ id }) => id !== opened.id);
        return "there";
      }
      const classId = opened.id;
      for (const { is, ...line } of structuredClone(lines)) {
        const put = <T>(list: T[], row: object) => list.push(row as T);
        if (is === "assignment") put(assignments, { classId, ...line });
        if (is === "learner") put(learners, { classId, ...line, declines: true });
        if (is === "extension") put(extensions, line);
        if (is === "mark") put(marks, line);
        if (is === "answer") put(answers, line);
        if (is === "quiz") put(starts, line);
        if (is === "try") put(tries, line);
        if (is === "ballot") put(ballots, { classId, ...line, phase: "ended" });
        if (is === "vote") put(votes, line);
        if (is === "receipt" && "received" in line) {
          put(receipts, { classId, ...line, changed: line.received });
        }
      }
      return "restored";
    },

    async addAssignment(classId, assignment, most) {
      const there = own(assignments, classId);
      const same = there.find(({ link }) => link === assignment.link);
      if (same) return same.id === assignment.id ? "added" : "there";
      if (there.length >= most || !isOpen(classId, assignment.created)) return "full";
      if (assignments.some(({ id }) => id === assignment.id)) return "full";
      assignments.push({ classId, ...assignment });
      return "added";
    },
    async changeAssignment(classId, id, change, now) {
      const one = assignmentAt(classId, id);
      if (!one) return { kind: "gone" };
      const link = change.link ?? one.link;
      const others = own(assignments, classId).filter((each) => each.id !== id);
      if (others.some((each) => each.link === link)) return { kind: "there" };
      if (link !== one.link) {
        for (const receipt of receipts.filter((each) => each.assignment === id)) {
          Object.assign(receipt, { outcome: null, changed: now });
        }
      }
      return { kind: "changed", assignment: outside(Object.assign(one, change)) };
    },
    async deleteAssignment(classId, id) {
      assignments = assignments.filter((one) => one.classId !== classId || one.id !== id);
      prune();
    },
    async extend(classId, { assignment, learner, due }) {
      if (!learnerAt(classId, learner) || !assignmentAt(classId, assignment))
        return false;
      const work = { assignment, learner };
      extensions = extensions.filter((one) => !of(work)(one));
      if (due !== null) extensions.push({ ...work, due });
      return true;
    },
    async mark(classId, mark) {
      const { assignment, learner } = mark;
      if (!learnerAt(classId, learner) || !assignmentAt(classId, assignment))
        return false;
      marks = [...marks.filter((one) => !of(mark)(one)), mark];
      return true;
    },
    async unmark(classId, work) {
      if (!learnerAt(classId, work.learner)) return;
      marks = marks.filter((one) => !of(work)(one));
    },
    grantsOf: async (classId, learner) => grants(classId, learner),

    async join(classId, { tokenHash, codeHash, ...learner }, { most, waiting }) {
      const there = own(learners, classId);
      const key = nameKey(learner.name);
      const same = there.find(({ name }) => nameKey(name) === key);
      if (same) {
        const mine = tokens.some(
          (one) => one.learner === same.id && one.tokenHash === tokenHash,
        );
        return mine ? { kind: "joined", id: same.id } : { kind: "name taken" };
      }
      if (there.length >= most || !isOpen(classId, learner.joined)) {
        return { kind: "full" };
      }
      const row = { section: null, studentId: null, waiting, codeHash };
      learners.push({ classId, ...learner, ...row });
      putToken(learner.id, tokenHash, learner.joined);
      return { kind: "joined", id: learner.id };
    },
    async joinByCode(codeHash, tokenHash, now) {
      const one = learners.find((each) => each.codeHash === codeHash);
      const schoolClass = one && found(({ id }) => id === one.classId, now);
      if (!schoolClass) return null;
      putToken(one.id, tokenHash, now);
      return { schoolClass, learner: plainLearner(one) };
    },
    async addLearners(classId, added, most) {
      return added.map((learner) => {
        const there = own(learners, classId);
        const key = nameKey(learner.name);
        const same = there.find(({ name }) => nameKey(name) === key);
        if (same) {
          const mine = same.id === learner.id && same.codeHash === learner.codeHash;
          return mine ? "added" : "name taken";
        }
        if (there.length >= most || !isOpen(classId, learner.joined)) return "full";
        learners.push({ classId, ...learner, waiting: false });
        return "added";
      });
    },
    async learnerOf(classId, tokenHash) {
      const one = own(learners, classId).find(({ id }) =>
        tokens.some((each) => each.learner === id && each.tokenHash === tokenHash),
      );
      return one ? plainLearner(one) : null;
    },
    async renewCodes(classId, codes, ends) {
      return codes.flatMap(({ learner, codeHash }) => {
        const one = learnerAt(classId, learner);
        if (!one) return [];
        one.codeHash = codeHash;
        if (ends) tokens = tokens.filter((each) => each.learner !== learner);
        return [plainLearner(one)];
      });
    },
    async changeLearner(classId, learner, change) {
      const one = learnerAt(classId, learner);
      return one ? plainLearner(Object.assign(one, change)) : null;
    },
    async leave(classId, tokenHash) {
      tokens = tokens.filter(
        (one) => one.tokenHash !== tokenHash || !learnerAt(classId, one.learner),
      );
    },
    async deleteLearners(classId, gone) {
      learners = learners.filter(
        (one) => one.classId !== classId || !gone.includes(one.id),
      );
      prune();
    },

    async handIn(classId, receipt, most, room) {
      const { assignment, learner, key, packed, received } = receipt;
      if (!isLetIn(classId, learner)) return { kind: "gone" };
      const mine = receipts.filter((one) => one.learner === learner);
      const same = mine.find((one) => one.key === key);
      if (same) {
        return same.packed === packed && same.assignment === assignment
          ? { kind: "there", id: same.id }
          : { kind: "other" };
      }
      if (!isAsked(classId, receipt, received)) return { kind: "gone" };
      const had = mine.filter((one) => one.assignment === assignment);
      if (had.length >= most) return { kind: "full" };
      const heavy =
        room &&
        (sizeOf(mine) + packed.length > room.learner ||
          sizeOf(own(receipts, classId)) + packed.length > room.class);
      if (heavy) return { kind: "heavy" };
      receipts.push({ classId, changed: received, outcome: null, ...receipt });
      return { kind: "taken", id: receipt.id };
    },
    async packedOf(classId, id, learner) {
      const one = own(receipts, classId).find((each) => each.id === id);
      return one && (learner === undefined || one.learner === learner)
        ? one.packed
        : null;
    },
    async unchecked(before, most) {
      const waiting = receipts
        .filter(({ outcome, received }) => outcome === null && received < before)
        .toSorted((one, other) => one.received - other.received);
      const turns = waiting.map((receipt, at) => {
        const earlier = waiting.slice(0, at);
        const turnOf = (one: Receipt, among: readonly Receipt[]) =>
          among.filter(({ learner }) => learner === one.learner).length;
        const turn = turnOf(receipt, earlier);
        const ofClass = earlier.filter(
          (one, place) =>
            one.classId === receipt.classId &&
            turnOf(one, waiting.slice(0, place)) === turn,
        ).length;
        return { receipt, turn, ofClass };
      });
      return turns
        .toSorted((one, other) => one.turn - other.turn || one.ofClass - other.ofClass)
        .slice(0, most)
        .map(({ receipt: { id, classId, learner, work } }) => ({
          id,
          classId,
          learner,
          work,
        }));
    },
    async receiptToCheck(id) {
      const one = receipts.find((each) => each.id === id && each.outcome === null);
      const asked = one && assignmentAt(one.classId, one.assignment);
      const by = one && learnerAt(one.classId, one.learner);
      if (!asked || !by) return null;
      const learner = { id: by.id, name: by.name };
      return { packed: one.packed, link: asked.link, learner };
    },
    async setOutcome(id, outcome, now, link) {
      const one = receipts.find((each) => each.id === id && each.outcome === null);
      if (!one || assignmentAt(one.classId, one.assignment)?.link !== link) return false;
      Object.assign(one, { outcome, changed: now });
      return true;
    },
    async board(classId, since) {
      return {
        assignments: own(assignments, classId).map(outside),
        learners: own(learners, classId).map(plainLearner),
        receipts: own(receipts, classId)
          .filter(({ changed }) => changed >= since)
          .sort(
            (one, other) => one.changed - other.changed || (one.id < other.id ? -1 : 1),
          )
          .map(head),
        ...grants(classId),
      };
    },
    receiptsOf: async (classId, learner) =>
      own(receipts, classId)
        .filter((one) => one.learner === learner)
        .map(head)
        .reverse(),

    async putAnswers(classId, learner, put, most) {
      if (!isLetIn(classId, learner)) return false;
      const mine = answers.filter((one) => one.learner === learner);
      const questions = new Set([...mine, ...put].map(({ question }) => question));
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
    answersOf: async (classId) => answers.filter(isOf(classId)).map(unsure),
    async *measuredAnswers(classId) {
      yield answers
        .filter((one) => isOf(classId)(one) && !learnerAt(classId, one.learner)?.declines)
        .map(({ latest: _, right: __, at: ___, ...first }) => first);
    },
    declines: async (classId, learner) => learnerAt(classId, learner)?.declines ?? false,
    async setDeclines(classId, learner, declines) {
      const one = learnerAt(classId, learner);
      if (!one) return;
      delete one.declines;
      if (!declines) return;
      one.declines = true;
      forget((answer) => answer.learner === learner);
    },
    async startQuiz(classId, start) {
      if (!isAsked(classId, start, start.started)) return null;
      const there = starts.find(of(start));
      if (!there) starts.push({ ...start, handed: null });
      const { started, secret, handed } = there ?? { ...start, handed: null };
      return { started, secret, handed };
    },
    async quizOf(classId, assignment, learner) {
      const is = of({ assignment, learner });
      const start = starts.find(is);
      if (!start || !learnerAt(classId, learner)) return null;
      const { started, secret, handed } = start;
      const mine = tries
        .filter(is)
        .map(({ assignment: _, learner: __, ...plain }) => plain);
      return { started, secret, handed, tries: mine };
    },
    async putTry(classId, tried, rules) {
      if (!isAsked(classId, tried, tried.at)) return { kind: "gone" };
      const start = starts.find(of(tried));
      if (!start) return { kind: "closed" };
      const mine = tries.filter(
        (one) => of(tried)(one) && one.question === tried.question,
      );
      const same = mine.find((one) => one.try === tried.try);
      if (same) {
        return same.text === tried.text
          ? { kind: "kept", right: same.right }
          : { kind: "other" };
      }
      if (start.handed !== null) return { kind: "handed" };
      if (rules.longest !== null && tried.at - start.started > rules.longest) {
        return { kind: "over" };
      }
      const known = !rules.again && mine.some(({ right }) => right);
      if (known || mine.length >= rules.tries) return { kind: "spent" };
      if (tried.try !== mine.length + 1) return { kind: "early" };
      tries.push(tried);
      return { kind: "kept", right: tried.right };
    },
    async handInQuiz(classId, { assignment, learner, at }) {
      const start = starts.find(of({ assignment, learner }));
      if (!isAsked(classId, { assignment, learner }, at) || !start) return null;
      start.handed ??= at;
      return { handed: start.handed };
    },
    async quizzesOf(classId, learner) {
      return {
        starts: starts
          .filter(isOf(classId, learner))
          .map(({ secret: _, ...plain }) => plain),
        tries: tries.filter(isOf(classId, learner)),
      };
    },
    async openBallot(classId, ballot, most) {
      const mine = own(ballots, classId);
      if (mine.some(({ id }) => id === ballot.id)) return "opened";
      if (mine.some(({ phase }) => phase !== "ended")) return "open";
      if (mine.length >= most || !isOpen(classId, ballot.opened)) return "full";
      if (ballots.some(({ id }) => id === ballot.id)) return "full";
      ballots.push({ classId, phase: "first", ...ballot });
      return "opened";
    },
    async leavePhase(classId, id, leave) {
      const one = ballotAt(classId, id);
      if (one?.phase === leave) one.phase = phaseAfter[leave] ?? leave;
      return one?.phase ?? null;
    },
    async deleteBallot(classId, id) {
      ballots = ballots.filter((one) => one !== ballotAt(classId, id));
      prune();
    },
    async vote(classId, vote) {
      const one = ballotAt(classId, vote.ballot);
      if (!one || !isLetIn(classId, vote.learner)) return "gone";
      if (roundIn[one.phase] !== vote.round) return "over";
      const isSame = (other: StoredVote) =>
        ["ballot", "learner", "round"].every(
          (key) => Reflect.get(other, key) === Reflect.get(vote, key),
        );
      votes = [...votes.filter((other) => !isSame(other)), vote];
      return "kept";
    },
    async ballotsOf(classId) {
      const counted = new Map<string, number>();
      for (const { ballot, round, option } of votes) {
        if (!ballotAt(classId, ballot)) continue;
        const key = JSON.stringify({ ballot, round, option });
        counted.set(key, (counted.get(key) ?? 0) + 1);
      }
      const counts = [...counted].map(([key, count]) => ({ ...JSON.parse(key), count }));
      const letIn = own(learners, classId).filter(({ waiting }) => !waiting);
      return { ballots: latestFirst(classId), counts, learners: letIn.length };
    },
    async latestBallot(classId) {
      return latestFirst(classId)[0] ?? null;
    },
    async votesOf(classId, id, learner) {
      const cast = ballotAt(classId, id) ? votes : [];
      return cast
        .filter((one) => one.ballot === id && one.learner === learner)
        .sort((one, other) => one.round - other.round);
    },
    async *measuredVotes(classId) {
      const ended = own(ballots, classId)
        .filter(({ phase }) => phase === "ended")
        .toSorted(
          (one, other) => one.opened - other.opened || (one.id < other.id ? -1 : 1),
        );
      for (const { id, question } of ended) {
        const [first = [], second = []] = [1, 2].map((round) =>
          votes.filter((one) => one.ballot === id && one.round === round),
        );
        yield first.flatMap(({ learner, option: before }) => {
          if (learnerAt(classId, learner)?.declines) return [];
          const after = second.find((one) => one.learner === learner)?.option;
          return after === undefined ? [] : { learner, question, before, after };
        });
      }
    },
    async votersOf(classId, id) {
      const cast = ballotAt(classId, id) ? votes : [];
      const whose = cast.flatMap(({ ballot, learner }) => (ballot === id ? learner : []));
      return [...new Set(whose)].sort();
    },
    close: async () => {},
  };
}
