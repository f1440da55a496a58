// What the store promises of graded quizzes, on both databases.
import { describe, expect, test } from "vitest";
import { openAt, places } from "./store-places";
import {
  answerRow,
  assignmentRow,
  classRow,
  learnerRow,
  now,
  openClassOfAda,
  tryRow,
  upTo,
} from "./store-rows";

const start = { assignment: "a", learner: "id of Ada", started: now, secret: "s" };
const rules = { tries: 2, longest: null, again: false };

describe.each(places)("%s", (_, fresh) => {
  const open = async () => {
    const store = await openAt(await fresh());
    await openClassOfAda(store);
    return store;
  };
  const started = async () => {
    const store = await open();
    await store.startQuiz("c", start);
    return store;
  };

  test("a quiz starts once, and keeps its first moment and secret", async () => {
    const store = await open();
    expect(await store.quizOf("c", "a", "id of Ada")).toBeNull();
    const got = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        store.startQuiz("c", { ...start, started: now + at, secret: `secret ${at}` }),
      ),
    );
    expect(new Set(got.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await store.quizOf("c", "a", "id of Ada")).toEqual({ ...got[0], tries: [] });
    const { starts } = await store.quizzesOf("c");
    expect(starts).toEqual([
      { assignment: "a", learner: "id of Ada", started: got[0]?.started, handed: null },
    ]);
  });

  test("what is not in the class starts and answers no quiz", async () => {
    const store = await started();
    await store.openClass(classRow("d"));
    await store.addAssignment("d", assignmentRow("of d"), 10);
    for (const odd of [{ assignment: "of d" }, { assignment: "x" }, { learner: "x" }]) {
      expect(await store.startQuiz("c", { ...start, ...odd })).toBeNull();
      const gone = await store.putTry("c", { ...tryRow("q", 1, "x"), ...odd }, rules);
      expect(gone).toEqual({ kind: "gone" });
    }
    expect(await store.startQuiz("d", start)).toBeNull();
    expect(await store.startQuiz("c", { ...start, started: now + 1000 })).toBeNull();
    expect(await store.quizOf("d", "a", "id of Ada")).toBeNull();
    expect(await store.quizzesOf("d")).toEqual({ starts: [], tries: [] });
  });

  test("tries are kept in order, as many as may be, until one is right", async () => {
    const store = await started();
    const put = (...row: Parameters<typeof tryRow>) =>
      store.putTry("c", tryRow(...row), rules);
    expect(await put("q", 2, "wrong")).toEqual({ kind: "early" });
    expect(await put("q", 1, "wrong")).toEqual({ kind: "kept", right: false });
    expect(await put("q", 1, "wrong", now + 5)).toEqual({ kind: "kept", right: false });
    expect(await put("q", 1, "right")).toEqual({ kind: "other" });
    expect(await put("q", 2, "right", now + 9)).toEqual({ kind: "kept", right: true });
    expect(await put("q", 3, "right")).toEqual({ kind: "spent" });
    expect(await put("p", 1, "right")).toEqual({ kind: "kept", right: true });
    expect(await put("p", 2, "wrong")).toEqual({ kind: "spent" });
    const { tries } = await store.quizzesOf("c");
    expect(tries).toHaveLength(3);
    expect(tries).toContainEqual(tryRow("q", 2, "right", now + 9));
    expect((await store.quizOf("c", "a", "id of Ada"))?.tries).toHaveLength(3);
  });

  test("where nobody told that a try was right, a further one is kept", async () => {
    const store = await started();
    const put = (number: number, text: string, again: boolean) =>
      store.putTry("c", tryRow("q", number, text), { ...rules, again });
    await put(1, "right", true);
    expect(await put(2, "wrong", false)).toEqual({ kind: "spent" });
    expect(await put(2, "wrong", true)).toEqual({ kind: "kept", right: false });
    expect(await put(3, "right", true)).toEqual({ kind: "spent" });
  });

  test("a quiz is handed in once, and takes no answer after", async () => {
    const store = await open();
    const hand = (at: number) =>
      store.handInQuiz("c", { assignment: "a", learner: "id of Ada", at });
    expect(await hand(now)).toBeNull();
    await store.startQuiz("c", start);
    await store.putTry("c", tryRow("q", 1, "wrong"), rules);
    const got = await Promise.all(Array.from({ length: 9 }, (_, at) => hand(now + at)));
    expect(new Set(got.map((one) => one?.handed)).size).toBe(1);
    const handed = got[0]?.handed;
    expect(await store.quizOf("c", "a", "id of Ada")).toMatchObject({ handed });
    expect((await store.quizzesOf("c")).starts).toMatchObject([{ handed }]);
    const put = (number: number) =>
      store.putTry("c", tryRow("q", number, "wrong"), rules);
    expect(await put(2)).toEqual({ kind: "handed" });
    expect(await put(1)).toEqual({ kind: "kept", right: false });
  });

  test("a learner's own quizzes are theirs alone", async () => {
    const store = await started();
    await store.join("c", learnerRow("Bo"), upTo(10));
    await store.startQuiz("c", { ...start, learner: "id of Bo" });
    await store.putTry("c", tryRow("q", 1, "right"), rules);
    const { starts, tries } = await store.quizzesOf("c", "id of Bo");
    expect(starts.map(({ learner }) => learner)).toEqual(["id of Bo"]);
    expect(tries).toEqual([]);
    expect((await store.quizzesOf("c", "id of Ada")).tries).toHaveLength(1);
  });

  test("a quiz that was not started takes no answer", async () => {
    const store = await open();
    const got = await store.putTry("c", tryRow("q", 1, "right"), rules);
    expect(got).toEqual({ kind: "closed" });
  });

  test("after the end no new answer is taken, and a repeated one is told again", async () => {
    const store = await started();
    const limited = { ...rules, tries: 3, longest: 600 };
    const put = (number: number, at: number) =>
      store.putTry("c", tryRow("q", number, "wrong", at), limited);
    expect(await put(1, now + 600)).toEqual({ kind: "kept", right: false });
    expect(await put(2, now + 601)).toEqual({ kind: "over" });
    expect(await put(1, now + 700)).toEqual({ kind: "kept", right: false });
  });

  test("of one try sent many times at once, from tabs that differ, one counts", async () => {
    const store = await started();
    const got = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        store.putTry("c", tryRow("q", 1, at % 2 ? "right" : "wrong"), rules),
      ),
    );
    const { tries } = await store.quizzesOf("c");
    expect(tries).toHaveLength(1);
    const right = tries[0]?.right;
    expect(got.filter(({ kind }) => kind === "other")).toHaveLength(20);
    for (const one of got) {
      if (one.kind !== "other") expect(one).toEqual({ kind: "kept", right });
    }
  });

  test("a deleted assignment or learner takes its quizzes along", async () => {
    const store = await started();
    await store.join("c", learnerRow("Bo"), upTo(10));
    await store.addAssignment("c", assignmentRow("b"), 10);
    const others = [
      { assignment: "b", learner: "id of Ada" },
      { assignment: "a", learner: "id of Bo" },
    ];
    await store.putTry("c", tryRow("q", 1, "right"), rules);
    for (const whose of others) {
      await store.startQuiz("c", { ...start, ...whose });
      await store.putTry("c", { ...tryRow("q", 1, "right"), ...whose }, rules);
    }
    await store.deleteLearners("c", ["id of Bo"]);
    expect((await store.quizzesOf("c")).tries).toHaveLength(2);
    await store.deleteAssignment("c", "a");
    const { starts, tries } = await store.quizzesOf("c");
    expect([...starts, ...tries].map(({ assignment }) => assignment)).toEqual(["b", "b"]);
    await store.deleteClass("c");
    expect(await store.quizzesOf("c")).toEqual({ starts: [], tries: [] });
  });

  test("the time that the first answer took stays, known or not", async () => {
    const store = await open();
    const row = (question: string, at: number, took: number | null) => ({
      ...answerRow(question, "right", at),
      took,
    });
    await store.putAnswers("c", "id of Ada", [row("p", now, 7), row("q", now, null)], 9);
    await store.putAnswers(
      "c",
      "id of Ada",
      [row("p", now + 1, 9), row("q", now + 1, 9)],
      9,
    );
    const answers = await store.answersOf("c");
    const took = answers.map((one) => [one.question, one.took]).sort();
    expect(took).toEqual([
      ["p", 7],
      ["q", null],
    ]);
  });
});
