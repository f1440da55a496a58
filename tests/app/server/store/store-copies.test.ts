// What the store promises of copies of classes and of their files, on both databases.
import { describe, expect, test } from "vitest";
import type { ClassLine } from "@/app/server/store/stored-rows";
import { openAt, places } from "./store-places";
import {
  answerRow,
  assignmentRow,
  classRow,
  learnerRow,
  now,
  openClassOfAda,
  receiptRow,
  tryRow,
  upTo,
} from "./store-rows";

const ada = { assignment: "a", learner: "id of Ada" };

const markRow = (verdict: "accepted" | "refused" | null) => ({
  ...{ ...ada, points: 2.5, verdict, reason: "why", comment: "so", at: now, by: "Bo" },
});

describe.each(places)("%s", (_, fresh) => {
  const open = async () => {
    const store = await openAt(await fresh());
    await openClassOfAda(store);
    return store;
  };

  /** All lines of the class `c`. */
  async function exported(store: Awaited<ReturnType<typeof open>>) {
    const lines: ClassLine[] = [];
    for await (const line of store.exportClass("c")) lines.push(line);
    return lines;
  }

  test("a copy has the assignments, open for ever, and nobody in it", async () => {
    const store = await open();
    await store.changeAssignment("c", "a", { closes: now + 5 }, now);
    await store.addAssignment("c", { ...assignmentRow("b"), created: now + 1 }, 9);
    let made = 0;
    const copy = (id: string, code = `CODE ${id}`) =>
      store.copyClass("c", { ...classRow(id), code }, () => {
        made += 1;
        return `copy ${made}`;
      });
    expect(await copy("d")).toBe(true);
    // Repeated after a lost answer: the same copy.
    expect(await copy("d")).toBe(true);
    expect(await copy("e", "CODE c")).toBe(false);
    expect(await store.classOf("e", now)).toBeNull();
    const { assignments, learners } = await store.board("d", 0);
    expect(learners).toEqual([]);
    expect(assignments).toEqual([
      { ...assignmentRow("a"), id: "copy 1" },
      { ...assignmentRow("b"), id: "copy 2", created: now + 1 },
    ]);
  });

  test("a class’s lines are all of it, and make the same class again", async () => {
    const store = await open();
    await store.join("c", { ...learnerRow("Bo"), joined: now + 1 }, upTo(9));
    await store.extend("c", { ...ada, due: "2030-01-01" }, now);
    await store.mark("c", markRow("refused"));
    await store.putAnswers("c", "id of Ada", [answerRow("q", "right", now)], 9);
    await store.startQuiz("c", { ...ada, started: now, secret: "drawn" });
    const rules = { tries: 3, longest: null, again: false };
    await store.putTry("c", tryRow("q", 1, "right"), rules);
    await store.handIn("c", { ...receiptRow("r"), work: 7 }, 9);
    const lines = await exported(store);
    expect(lines.map(({ is }) => is)).toEqual([
      ...["class", "assignment", "learner", "extension", "mark", "answer", "quiz"],
      ...["try", "receipt", "learner"],
    ]);
    const rest = lines.slice(1);
    const into = (id: string, code = `CODE ${id}`) =>
      store.restoreClass({ ...classRow(id), code }, rest);
    expect(await into("d")).toBe("there");
    expect(await store.classOf("d", now)).toBeNull();
    const before = await store.board("c", 0);
    await store.deleteClass("c");
    await store.openClass(classRow("e"));
    expect(await into("d", "CODE e")).toBe("code");
    expect(await into("d")).toBe("restored");
    // Repeated after a lost answer: it is there as it was.
    expect(await into("d")).toBe("restored");
    const after = await store.board("d", 0);
    const came = before.learners.map((learner) => ({ ...learner, came: false }));
    expect(after).toEqual({ ...before, learners: came });
    expect(after.marks).toEqual([markRow("refused")]);
    expect(await store.packedOf("d", "r")).toBe(receiptRow("r").packed);
    expect(await store.unchecked(now + 1, 9)).toMatchObject([{ id: "r", work: 7 }]);
    const quiz = await store.quizOf("d", "a", "id of Ada");
    expect(quiz).toMatchObject({ started: now, secret: "drawn", handed: null });
    expect(quiz?.tries).toHaveLength(1);
    expect(await store.answersOf("d")).toEqual([
      { learner: "id of Ada", ...answerRow("q", "right", now) },
    ]);
    expect(await store.joinByCode("code of Bo", "new", now)).not.toBeNull();
  });

  test("a mark’s verdict is kept, whichever it is", async () => {
    const store = await open();
    for (const verdict of ["accepted", "refused", null] as const) {
      await store.mark("c", markRow(verdict));
      expect((await store.grantsOf("c", "id of Ada")).marks).toEqual([markRow(verdict)]);
    }
    await store.unmark("c", ada, now);
    expect(await store.grantsOf("c", "id of Ada")).toEqual({ extensions: [], marks: [] });
  });

  test("an assignment’s id that another class has is no assignment", async () => {
    const store = await open();
    await store.openClass(classRow("d"));
    const other = { ...assignmentRow("a"), link: "/labs/network?other" };
    expect(await store.addAssignment("d", other, 9)).toBe("full");
    expect((await store.board("d", 0)).assignments).toEqual([]);
  });
});
