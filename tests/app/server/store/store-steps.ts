import type { ClassStore } from "@/app/server/store/class-store";
import { uniform } from "@/labs/arithmetic/random";

export type Step = { says: string; take: (store: ClassStore) => Promise<unknown> };

/** Random calls on few classes, names and keys, so that they meet each other often. */
export function randomSteps(seed: number, count: number): Step[] {
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
  const receipt = () => `receipt ${handed - below(20)}`;

  const kinds: Record<string, (id: string) => [keyof ClassStore, ...unknown[]]> = {
    open: (id) => {
      const row = { id, code: pick("C", "D"), name: "n", teacherHash: pick("x", "y") };
      const expires = moment + below(1000);
      return ["openClass", { ...row, created: moment, expires }];
    },
    find: () => [pick("classOf", "classByCode"), pick("c", "d", "C", "D"), moment],
    teacher: (id) => ["classOfTeacher", id, pick("x", "y", "z"), moment],
    renew: (id) => ["renewTeacher", pick(id, "e"), pick("x", "z")],
    expire: () => ["deleteExpired", moment - below(5)],
    drop: (id) => ["deleteClass", pick(id, "e", "f", "g", "h", "i")],
    assign: (id) => {
      const row = { id: something(id), created: moment };
      return ["addAssignment", id, { ...row, link: row.id.slice(2, -2) }, 2];
    },
    unassign: (id) => ["deleteAssignment", pick("c", "d", "e", "f"), something(id)],
    join: (id) => {
      const learner = someone(id);
      const name = learner.slice(2, -2);
      const row = { id: learner, name: pick(name, name.toUpperCase()), joined: moment };
      return ["join", id, { ...row, tokenHash: name + pick(1, 1, 2) }, 2];
    },
    letIn: (id) => ["letInAgain", pick("c", "d"), someone(id)],
    leave: (id) => ["deleteLearner", pick("c", "d", "e", "f"), someone(id)],
    hand: (id) => {
      handed += 1;
      const by = { learner: someone(id), key: pick("k", "l", "m") };
      const packed = pick("text", "text", "other");
      const row = { id: `receipt ${handed}`, assignment: something(id), ...by, packed };
      return ["handIn", pick(id, id, "d"), { ...row, received: moment }, pick(1, 2)];
    },
    packed: (id) => ["packedOf", id, receipt(), pick(undefined, someone(id))],
    check: () => ["setOutcome", receipt(), pick("p", "q"), moment],
    wait: () => ["unchecked", moment - below(100), 1 + below(4)],
    own: (id) => ["receiptsOf", pick("c", "d"), someone(id)],
    known: (id) => ["learnerOf", id, pick("ada", "bo", "zoë") + pick(1, 2)],
    answer: (id) => {
      const answers = Array.from({ length: below(3) }, () => {
        const text = pick("x", "y");
        const rest = { latest: text, right: text === "x", at: moment - below(9) };
        const first = { first: text, firstRight: false, took: pick(null, below(99)) };
        return { question: pick("q", "r", "s"), ...first, ...rest };
      });
      return ["putAnswers", id, someone(id), answers, 2];
    },
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
        { tries: pick(1, 2), longest: pick(null, 60) },
      ];
    },
    board: (id) => ["board", id, moment - below(300)],
  };
  // What fills is drawn oftener than what empties.
  const often =
    "open assign join join hand hand hand hand hand hand answer packed packed start start try try try try try";
  const names = [...Object.keys(kinds), ...often.split(" ")];
  return Array.from({ length: count }, () => {
    moment += 1 + below(3);
    const [call, ...given] = kinds[pick(...names)]?.(classId()) ?? ["close"];
    const take = (store: ClassStore) => Reflect.apply(store[call], store, given);
    return { says: `${call} ${JSON.stringify(given)}`, take };
  });
}
