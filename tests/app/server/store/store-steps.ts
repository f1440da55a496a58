import type { ClassStore } from "@/app/server/store/class-store";
import type { ClassLine } from "@/app/server/store/stored-rows";
import { uniform } from "@/labs/arithmetic/random";

export type Step = { says: string; take: (store: ClassStore) => Promise<unknown> };

/** A step's call, and its answer in short. */
export function wayOf({ says }: Step, answer: unknown): string {
  const kind = typeof answer === "object" && answer && "kind" in answer && answer.kind;
  return `${says.split(" ")[0]} ${kind || JSON.stringify(answer)}`;
}

/** All lines of a class. */
async function linesOf(store: ClassStore, id: string) {
  const lines: ClassLine[] = [];
  for await (const line of store.exportClass(id)) lines.push(line);
  return lines;
}

/** As texts that do not depend on any order. */
const sortedTexts = (lines: readonly ClassLine[]) =>
  lines.map((line) => JSON.stringify(Object.entries(line).sort())).sort();

/** Random calls on few classes, names and keys, so that they meet each other often; no end. */
export function* randomSteps(seed: number): Generator<Step> {
  const draw = uniform(seed);
  const below = (count: number) => Math.floor(draw() * count);
  const pick = <T>(...from: readonly T[]): T => from[below(from.length)] as T;
  const classId = () => pick("c", "c", "c", "d");
  const someone = (id: string) =>
    `${id} ${pick("ada", "ada", "bo", "zoë")} ${pick(1, 1, 1, 2)}`;
  const something = (id: string) =>
    `${id} ${pick("one", "one", "two", "three")} ${pick(1, 1, 1, 2)}`;
  const quizOf = (id: string) => ({
    assignment: pick(`${id} one 1`, `${id} one 1`, something(id)),
    learner: pick(`${id} ada 1`, `${id} ada 1`, someone(id)),
  });
  let moment = 1_800_000_000_000;
  let handed = 0;
  let made = 0;
  const receipt = () => `receipt ${handed - below(20)}`;
  const secrets = () => ({ teacherHash: pick("x", "y"), recoveryHash: pick("r", null) });
  const classRow = (id: string) => {
    const row = { id, code: pick("C", "D"), name: "n", door: "open", approval: false };
    const expires = moment + 400 + below(1200);
    return { ...row, ...secrets(), created: moment, expires };
  };
  const opened = (id: string) => ({
    ...({ id, code: `code ${id}`, name: "copy", door: "open", approval: false } as const),
    ...{ teacherHash: "x", recoveryHash: `recovery ${id}`, created: moment },
    expires: moment + 500,
  });

  /** Calls whose arguments come from the store itself. */
  const ways: Record<string, (id: string) => Step> = {
    move: (id) => {
      const [drops, to] = [pick(true, true, false), opened(id)];
      return {
        says: `move ${id} ${drops}`,
        async take(store) {
          const lines = await linesOf(store, id);
          if (drops) await store.deleteClass(id);
          const kind = await store.restoreClass(
            { ...to, id: `${drops ? id : "e"}` },
            lines,
          );
          if (!drops) await store.deleteClass("e");
          return { kind, lines: sortedTexts(await linesOf(store, id)) };
        },
      };
    },
    copy: (id) => {
      made += 9;
      const first = made;
      return {
        says: `copy ${id}`,
        async take(store) {
          let number = first;
          const newId = () => {
            number += 1;
            return `copied ${String(number).padStart(5, "0")}`;
          };
          const kind = await store.copyClass(id, opened("e"), newId);
          const lines = sortedTexts(await linesOf(store, "e"));
          await store.deleteClass("e");
          return { kind, lines };
        },
      };
    },
  };

  const kinds: Record<string, (id: string) => [keyof ClassStore, ...unknown[]]> = {
    open: (id) => ["openClass", classRow(id)],
    change: (id) => {
      const change = pick<object>(
        { door: pick("open", "roster", "closed") },
        { name: pick("n", "m"), approval: pick(true, false) },
        { expires: moment + 800 },
        { measured: pick(true, false) },
      );
      return ["changeClass", pick(id, "e"), change, moment];
    },
    recover: () => {
      const next = { teacherHash: pick("x", "z"), recoveryHash: pick("r", "s") };
      return ["recover", pick("r", "s"), next, moment];
    },
    recovery: (id) => ["renewRecovery", id, pick("r", null), pick("r", "t")],
    team: (id) => {
      const row = { id: `${id} ${pick("t", "u", "v")}`, name: "Cy", created: moment };
      return ["addTeacher", id, { ...row, secretHash: `of ${row.id}` }, 2];
    },
    untie: (id) => ["deleteTeacher", pick("c", "d"), `${id} ${pick("t", "u")}`],
    teachers: (id) => ["teachersOf", id],
    find: () => [pick("classOf", "classByCode"), pick("c", "d", "C", "D"), moment],
    teacher: (id) => [
      ...(["classOfTeacher", id, pick("x", "y", "z", `of ${id} t`), moment] as const),
    ],
    renew: (id) => ["renewTeacher", pick(id, "e"), pick("x", "y"), pick("x", "z")],
    expire: () => ["deleteExpired", moment - below(5)],
    drop: (id) => ["deleteClass", pick(id, "e", "f", "g", "h", "i")],
    assign: (id) => {
      const row = { id: something(id), created: moment, closes: pick(null, moment) };
      return ["addAssignment", id, { ...row, link: row.id.slice(2, -2) }, 2];
    },
    unassign: (id) => ["deleteAssignment", pick("c", "d", "e", "f"), something(id)],
    reassign: (id) => {
      const change = pick<object>({ closes: moment + 9 }, { link: pick("one", "two") });
      return ["changeAssignment", id, something(id), change, moment];
    },
    extend: (id) => [
      "extend",
      id,
      { ...quizOf(id), due: pick(null, "2026-12-01") },
      moment,
    ],
    mark: (id) => {
      const row = { points: pick(null, 2.5), verdict: pick(null, "accepted") };
      const texts = { reason: pick("", "why"), comment: "well", by: "", at: moment };
      return ["mark", id, { ...quizOf(id), ...row, ...texts }];
    },
    unmark: (id) => ["unmark", pick("c", "d"), quizOf(id), moment],
    grants: (id) => ["grantsOf", id, pick(undefined, someone(id))],
    join: (id) => {
      const learner = someone(id);
      const name = learner.slice(2, -2);
      const row = { id: learner, name: pick(name, name.toUpperCase()), joined: moment };
      made += 1;
      const hashes = { tokenHash: name + pick(1, 1, 2), codeHash: `code ${made}` };
      const rules = { most: 3, waiting: pick(false, false, false, true) };
      return ["join", id, { ...row, ...hashes }, rules];
    },
    roster: (id) => {
      const learners = ["ada", "cy", "eve", "zoë"].slice(below(3)).map((name) => {
        made += 1;
        const row = { id: `${id} ${name} ${made}`, name, joined: moment };
        const beside = { section: pick(null, "B"), studentId: pick(null, "17") };
        return { ...row, ...beside, codeHash: `code ${made}` };
      });
      return ["addLearners", id, learners, 4];
    },
    code: () => ["joinByCode", `code ${made - below(20)}`, `t ${below(40)}`, moment],
    codes: (id) => {
      const codes = [someone(id), someone(id)].map((learner) => {
        made += 1;
        return { learner, codeHash: `code ${made}` };
      });
      return ["renewCodes", id, codes, pick(true, false)];
    },
    approve: (id) => ["changeLearner", id, someone(id), { waiting: false }],
    relearn: (id) => [
      ...(["changeLearner", id, someone(id)] as const),
      pick<object>({ section: pick("A", null) }, { studentId: "18", section: "B" }),
    ],
    out: (id) => ["leave", id, pick("ada1", "bo1", `t ${below(40)}`)],
    leave: (id) => ["deleteLearners", pick("c", "d", "e", "f"), [someone(id)]],
    hand: (id) => {
      handed += 1;
      const by = { learner: someone(id), key: pick("k", "l", "m") };
      const packed = pick("text", "text", "other");
      const row = { id: `receipt ${handed}`, assignment: something(id), ...by, packed };
      const room = { learner: pick(99, 6), class: pick(99, 12) };
      return [
        ...(["handIn", pick(id, id, "d")] as const),
        { ...row, received: moment, work: pick(null, 7) },
        ...[pick(1, 2), pick(undefined, room)],
      ];
    },
    packed: (id) => ["packedOf", id, receipt(), pick(undefined, someone(id))],
    check: () => ["setOutcome", receipt(), pick("p", "q"), moment, pick("one", "two")],
    wait: () => ["unchecked", moment - below(100), 1 + below(4)],
    toCheck: () => ["receiptToCheck", receipt()],
    own: (id) => ["receiptsOf", pick("c", "d"), someone(id)],
    known: (id) => ["learnerOf", id, pick("ada", "bo", "zoë") + pick(1, 2)],
    answer: (id) => {
      const answers = Array.from({ length: below(3) }, () => {
        const text = pick("x", "y");
        const rest = { latest: text, right: text === "x", at: moment - below(9) };
        const first = {
          ...{ first: text, firstRight: false, took: pick(null, below(99)) },
          ...pick<object>({}, { sure: 50 + below(50) }),
          ...pick<object>({}, { wording: "second" }),
        };
        return { question: pick("q", "r", "s"), ...first, ...rest };
      });
      return ["putAnswers", id, someone(id), answers, 2];
    },
    decline: (id) => ["setDeclines", id, `${id} ada 1`, pick(true, true, false)],
    declines: (id) => ["declines", id, `${id} ada 1`],
    start: (id) => {
      const quiz = quizOf(id);
      return ["startQuiz", pick(id, id, "d"), { ...quiz, started: moment, secret: id }];
    },
    quiz: (id) => ["quizOf", pick("c", "d"), something(id), someone(id)],
    try: (id) => {
      const quiz = quizOf(id);
      const text = pick("x", "y", "z");
      const given = { text, right: text === "y", at: moment, took: pick(null, 5) };
      const row = {
        ...quiz,
        question: pick("q", "q", "r"),
        try: pick(1, 1, 2),
        ...given,
      };
      return [
        "putTry",
        pick(id, id, "d"),
        row,
        { tries: pick(1, 2), longest: pick(null, 60), again: pick(true, false) },
      ];
    },
    handQuiz: (id) => ["handInQuiz", id, { ...quizOf(id), at: moment }],
    quizzes: (id) => ["quizzesOf", id, someone(id)],
    board: (id) => ["board", id, moment - below(300)],
  };
  // What fills is drawn oftener than what empties.
  const many = { open: 2, assign: 5, join: 12, approve: 2, hand: 24, start: 6, try: 30 };
  const some = {
    extend: 2,
    mark: 2,
    reassign: 3,
    renew: 3,
    recovery: 2,
    expire: 2,
    check: 6,
    packed: 8,
    answer: 2,
    handQuiz: 1,
    move: 3,
  };
  const often = Object.entries({ ...many, ...some }).flatMap(([name, times]) =>
    Array<string>(times).fill(name),
  );
  const names = [...Object.keys(kinds), ...Object.keys(ways), ...often];
  while (true) {
    moment += 1 + below(3);
    const name = pick(...names);
    const way = ways[name]?.(classId());
    if (way) yield way;
    const [call, ...given] = kinds[name]?.(classId()) ?? [];
    if (!call) continue;
    const take = (store: ClassStore) => Reflect.apply(store[call], store, given);
    yield { says: `${call} ${JSON.stringify(given)}`, take };
  }
}
