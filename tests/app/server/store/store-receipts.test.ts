// What the store promises of receipts and answers, on both databases.
import { describe, expect, test } from "vitest";
import type { StoredBoard } from "@/app/server/store/stored-rows";
import { openAt, places } from "./store-places";
import {
  answerRow,
  assignmentRow,
  classRow,
  learnerHead,
  learnerRow,
  now,
  openClassOfAda,
  receiptRow,
  upTo,
} from "./store-rows";

const { link } = assignmentRow("a");

const idsOf = ({ receipts }: Pick<StoredBoard, "receipts">) =>
  receipts.map(({ id }) => id);

describe.each(places)("%s", (_, fresh) => {
  const open = async () => {
    const store = await openAt(await fresh());
    await openClassOfAda(store);
    return store;
  };

  test("a receipt is taken once for each key, and its id given again", async () => {
    const store = await open();
    expect(await store.handIn("c", receiptRow("r"), 9)).toEqual({
      kind: "taken",
      id: "r",
    });
    expect(await store.handIn("c", receiptRow("r"), 9)).toEqual({
      kind: "there",
      id: "r",
    });
    const again = receiptRow("new", "key of r");
    expect(await store.handIn("c", again, 9)).toEqual({ kind: "there", id: "r" });
    const changed = { ...again, packed: "another text" };
    expect(await store.handIn("c", changed, 9)).toEqual({ kind: "other" });
    expect(idsOf(await store.board("c", 0))).toEqual(["r"]);
    expect(await store.packedOf("c", "r")).toBe("text of key of r");
  });

  test("a key is a learner's own, for one assignment", async () => {
    const store = await open();
    await store.join("c", learnerRow("Bo"), upTo(10));
    await store.addAssignment("c", assignmentRow("b"), 10);
    await store.handIn("c", receiptRow("r", "key"), 9);
    const ofBo = { ...receiptRow("s", "key"), learner: "id of Bo" };
    expect(await store.handIn("c", ofBo, 9)).toEqual({ kind: "taken", id: "s" });
    const forB = { ...receiptRow("t", "key"), assignment: "b" };
    expect(await store.handIn("c", forB, 9)).toEqual({ kind: "other" });
  });

  test("of fifty tries with one key at once, one is taken", async () => {
    const store = await open();
    const got = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        store.handIn("c", receiptRow(`${at}`, "key"), 9),
      ),
    );
    const [taken, ...more] = got.filter(({ kind }) => kind === "taken");
    expect(more).toEqual([]);
    const id = taken && "id" in taken ? taken.id : "";
    const others = got.filter(({ kind }) => kind !== "taken");
    expect(others).toEqual(Array(49).fill({ kind: "there", id }));
    expect(idsOf(await store.board("c", 0))).toEqual([id]);
  });

  test("a learner hands in as many as may be, also at once", async () => {
    const store = await open();
    await store.addAssignment("c", assignmentRow("b"), 10);
    const got = await Promise.all(
      Array.from({ length: 60 }, (_, at) => {
        const assignment = at % 2 ? "a" : "b";
        return store.handIn("c", { ...receiptRow(`${at}`), assignment }, 5);
      }),
    );
    expect(got.filter(({ kind }) => kind === "taken")).toHaveLength(10);
    expect(got.filter(({ kind }) => kind === "full")).toHaveLength(50);
    const { receipts } = await store.board("c", 0);
    expect(receipts.filter(({ assignment }) => assignment === "a")).toHaveLength(5);
    const kept = receiptRow(receipts[0]?.id ?? "");
    const again = { ...kept, assignment: receipts[0]?.assignment ?? "" };
    expect(await store.handIn("c", again, 5)).toEqual({ kind: "there", id: kept.id });
  });

  test("what is not in the class takes no receipt", async () => {
    const store = await open();
    await store.openClass(classRow("d"));
    await store.addAssignment("d", assignmentRow("of d"), 10);
    const gone = { kind: "gone" };
    const row = receiptRow("r");
    expect(await store.handIn("c", { ...row, assignment: "x" }, 9)).toEqual(gone);
    expect(await store.handIn("c", { ...row, assignment: "of d" }, 9)).toEqual(gone);
    expect(await store.handIn("c", { ...row, learner: "x" }, 9)).toEqual(gone);
    expect(await store.handIn("d", row, 9)).toEqual(gone);
    expect(await store.handIn("x", row, 9)).toEqual(gone);
    expect(await store.handIn("c", { ...row, received: now + 1000 }, 9)).toEqual(gone);
    expect(idsOf(await store.board("c", 0))).toEqual([]);
  });

  test("one receipt's id cannot be used for two", async () => {
    const store = await open();
    await store.handIn("c", receiptRow("r", "one"), 9);
    await expect(store.handIn("c", receiptRow("r", "two"), 9)).rejects.toThrow();
    expect(await store.packedOf("c", "r")).toBe("text of one");
  });

  test("a text is given out as it came in, to whom it belongs", async () => {
    const store = await open();
    const packed = `${"Zoë 学习 🎓 'quoted' $1 \\ \n".repeat(2000)}`;
    await store.handIn("c", { ...receiptRow("r"), packed }, 9);
    expect(await store.packedOf("c", "r")).toBe(packed);
    expect(await store.packedOf("c", "r", "id of Ada")).toBe(packed);
    expect(await store.packedOf("c", "r", "id of Bo")).toBeNull();
    expect(await store.packedOf("d", "r")).toBeNull();
    expect(await store.packedOf("c", "x")).toBeNull();
  });

  test("unchecked receipts come oldest first, and tell what a check needs", async () => {
    const store = await open();
    for (const [at, id] of ["late", "first", "second", "third"].entries()) {
      const received = id === "late" ? now + 100 : now + at;
      await store.handIn("c", { ...receiptRow(id), received, work: at }, 9);
    }
    const [first, ...others] = await store.unchecked(now + 100, 2);
    expect(first).toEqual({ id: "first", classId: "c", learner: "id of Ada", work: 1 });
    expect(others.map(({ id }) => id)).toEqual(["second"]);
    expect(await store.receiptToCheck("first")).toEqual({
      packed: "text of key of first",
      link,
      learner: { id: "id of Ada", name: "Ada" },
    });
    expect(await store.setOutcome("second", "fine", now + 200, link)).toBe(true);
    expect(await store.receiptToCheck("second")).toBeNull();
    expect(await store.receiptToCheck("missing")).toBeNull();
    const left = await store.unchecked(now + 101, 10);
    expect(left.map(({ id }) => id)).toEqual(["first", "third", "late"]);
  });

  test("a learner's first receipt is checked before another's second", async () => {
    const store = await open();
    await store.openClass(classRow("d"));
    await store.addAssignment("d", assignmentRow("of d"), 9);
    await store.join("c", learnerRow("Bo"), upTo(9));
    await store.join("d", learnerRow("Cy"), upTo(9));
    const hand = (id: string, learner: string, at: number) => {
      const to = learner === "Cy" ? "d" : "c";
      const assignment = learner === "Cy" ? "of d" : "a";
      const by = { assignment, learner: `id of ${learner}`, received: now + at };
      return store.handIn(to, { ...receiptRow(id), ...by }, 9);
    };
    for (const at of [1, 2, 3]) await hand(`Ada ${at}`, "Ada", at);
    await hand("Bo 1", "Bo", 4);
    await hand("Cy 1", "Cy", 5);
    await hand("Cy 2", "Cy", 6);
    const turns = (await store.unchecked(now + 99, 9)).map(({ id }) => id);
    expect(turns).toEqual(["Ada 1", "Cy 1", "Bo 1", "Ada 2", "Cy 2", "Ada 3"]);
  });

  test("the first outcome found stays", async () => {
    const store = await open();
    await store.handIn("c", receiptRow("r"), 9);
    expect(await store.setOutcome("r", "first", now + 5, link)).toBe(true);
    expect(await store.setOutcome("r", "second", now + 6, link)).toBe(false);
    expect(await store.setOutcome("missing", "first", now + 5, link)).toBe(false);
    const [head] = (await store.board("c", 0)).receipts;
    expect(head?.outcome).toBe("first");
    expect(head?.changed).toBe(now + 5);
  });

  test("under another link all is judged anew, and no judgement of the old one counts", async () => {
    const store = await open();
    await store.addAssignment("c", assignmentRow("b"), 9);
    await store.handIn("c", receiptRow("r"), 9);
    await store.handIn("c", { ...receiptRow("of b"), assignment: "b" }, 9);
    await store.setOutcome("r", "old", now + 1, link);
    await store.setOutcome("of b", "fine", now + 1, assignmentRow("b").link);
    const changed = await store.changeAssignment("c", "a", { link: "new" }, now + 7);
    const assignment = { ...assignmentRow("a"), link: "new" };
    expect(changed).toEqual({ kind: "changed", assignment });
    const board = await store.board("c", now + 7);
    expect(board.assignments).toContainEqual(assignment);
    expect(board.receipts).toMatchObject([{ id: "r", outcome: null, changed: now + 7 }]);
    expect(await store.setOutcome("r", "old", now + 8, link)).toBe(false);
    expect((await store.receiptToCheck("r"))?.link).toBe("new");
    expect(await store.setOutcome("r", "new", now + 9, "new")).toBe(true);
    // The same link again changes nothing; nor does a date.
    await store.changeAssignment("c", "a", { link: "new", closes: now + 50 }, now + 10);
    const [kept] = (await store.board("c", 0)).receipts.filter(({ id }) => id === "r");
    expect(kept?.outcome).toBe("new");
    const there = { kind: "there" };
    const other = { link: assignmentRow("b").link };
    expect(await store.changeAssignment("c", "a", other, now)).toEqual(there);
    const gone = { kind: "gone" };
    expect(await store.changeAssignment("d", "a", { closes: 1 }, now)).toEqual(gone);
    expect((await store.board("c", 0)).assignments[0]?.closes).toBe(now + 50);
  });

  test("of a changed link and a judgement at once, none is left over", async () => {
    const store = await open();
    const ids = Array.from({ length: 20 }, (_, at) => `${at}`);
    for (const id of ids) await store.handIn("c", receiptRow(id), 99);
    const judged = ids.map((id) => store.setOutcome(id, "old", now, link));
    const changing = store.changeAssignment("c", "a", { link: "new" }, now + 1);
    await Promise.all([...judged, changing]);
    const { receipts } = await store.board("c", 0);
    expect(receipts.map(({ outcome }) => outcome)).toEqual(ids.map(() => null));
  });

  test("a learner and a class keep as many characters as they may, also at once", async () => {
    const store = await open();
    await store.join("c", learnerRow("Bo"), upTo(9));
    const hand = (
      id: string,
      learner: string,
      room: { learner: number; class: number },
    ) => {
      const row = {
        ...receiptRow(id),
        packed: "x".repeat(10),
        learner: `id of ${learner}`,
      };
      return store.handIn("c", row, 99, room);
    };
    const own = { learner: 35, class: 1000 };
    const got = await Promise.all(
      Array.from({ length: 20 }, (_, at) => hand(`${at}`, "Ada", own)),
    );
    expect(got.filter(({ kind }) => kind === "taken")).toHaveLength(3);
    expect(got.filter(({ kind }) => kind === "heavy")).toHaveLength(17);
    expect(await hand("Bo 1", "Bo", { learner: 35, class: 39 })).toEqual({
      kind: "heavy",
    });
    expect(await hand("Bo 1", "Bo", { learner: 35, class: 40 })).toMatchObject({
      kind: "taken",
    });
    // Taken before, it is there however full the class is.
    const taken = got.findIndex(({ kind }) => kind === "taken");
    const full = { learner: 0, class: 0 };
    expect(await hand(`${taken}`, "Ada", full)).toMatchObject({ kind: "there" });
    // What is deleted makes room.
    await store.deleteAssignment("c", "a");
    await store.addAssignment("c", assignmentRow("a"), 9);
    expect(await hand("again", "Ada", { learner: 10, class: 10 })).toMatchObject({
      kind: "taken",
    });
  });

  test("a board shows what changed at a moment or later, and everyone", async () => {
    const store = await open();
    await store.handIn("c", receiptRow("old"), 9);
    await store.handIn("c", { ...receiptRow("new"), received: now + 10 }, 9);
    expect(idsOf(await store.board("c", now + 10))).toEqual(["new"]);
    expect(idsOf(await store.board("c", now + 11))).toEqual([]);
    await store.setOutcome("old", "fine", now + 20, link);
    const board = await store.board("c", now + 11);
    expect(board.receipts).toEqual([
      {
        id: "old",
        assignment: "a",
        learner: "id of Ada",
        received: now,
        changed: now + 20,
        outcome: "fine",
      },
    ]);
    expect(board.assignments).toEqual([assignmentRow("a")]);
    expect(board.learners).toEqual([learnerHead("Ada")]);
  });

  test("learners see their own receipts, latest first", async () => {
    const store = await open();
    await store.join("c", learnerRow("Bo"), upTo(10));
    await store.handIn("c", receiptRow("first"), 9);
    await store.handIn("c", { ...receiptRow("second"), received: now + 1 }, 9);
    await store.handIn("c", { ...receiptRow("of Bo"), learner: "id of Bo" }, 9);
    const own = await store.receiptsOf("c", "id of Ada");
    expect(idsOf({ receipts: own })).toEqual(["second", "first"]);
    expect(await store.receiptsOf("d", "id of Ada")).toEqual([]);
  });

  test("a deleted assignment or learner takes along its own receipts", async () => {
    const store = await open();
    await store.join("c", learnerRow("Bo"), upTo(10));
    await store.addAssignment("c", assignmentRow("b"), 10);
    await store.handIn("c", receiptRow("a of Ada"), 9);
    await store.handIn("c", { ...receiptRow("b of Ada"), assignment: "b" }, 9);
    const ofBo = { ...receiptRow("b of Bo"), assignment: "b", learner: "id of Bo" };
    await store.handIn("c", ofBo, 9);
    await store.putAnswers("c", "id of Ada", [answerRow("q", "right", now)], 9);
    await store.deleteAssignment("another", "a");
    await store.deleteLearners("another", ["id of Ada"]);
    expect(idsOf(await store.board("c", 0))).toHaveLength(3);
    await store.deleteAssignment("c", "a");
    expect(idsOf(await store.board("c", 0)).sort()).toEqual(["b of Ada", "b of Bo"]);
    await store.deleteLearners("c", ["id of Ada"]);
    expect(idsOf(await store.board("c", 0))).toEqual(["b of Bo"]);
    expect(await store.learnerOf("c", "token of Ada")).toBeNull();
    expect(await store.answersOf("c")).toEqual([]);
    expect(await store.join("c", learnerRow("Ada"), upTo(10))).toMatchObject({
      kind: "joined",
    });
  });

  test("a learner deleted while handing in leaves nothing behind", async () => {
    const store = await open();
    const handing = Array.from({ length: 40 }, (_, at) =>
      store.handIn("c", receiptRow(`${at}`), 99),
    );
    await Promise.all([...handing, store.deleteLearners("c", ["id of Ada"])]);
    const kinds = new Set((await Promise.all(handing)).map(({ kind }) => kind));
    for (const kind of kinds) expect(["taken", "gone"]).toContain(kind);
    expect(idsOf(await store.board("c", 0))).toEqual([]);
  });

  test("of an answer the first stays, and the latest is kept", async () => {
    const store = await open();
    const put = (...answers: ReturnType<typeof answerRow>[]) =>
      store.putAnswers("c", "id of Ada", answers, 9);
    expect(await put(answerRow("q", "wrong", now + 5))).toBe(true);
    expect(
      await put(answerRow("q", "right", now + 9), answerRow("p", "right", now)),
    ).toBe(true);
    expect(await put(answerRow("q", "older", now + 7))).toBe(true);
    expect(await put(answerRow("q", "as old", now + 9))).toBe(true);
    const byQuestion = (await store.answersOf("c")).toSorted((one, other) =>
      one.question < other.question ? -1 : 1,
    );
    expect(byQuestion).toEqual([
      { ...answerRow("p", "right", now), learner: "id of Ada" },
      {
        ...answerRow("q", "right", now + 9),
        first: "wrong",
        firstRight: false,
        learner: "id of Ada",
      },
    ]);
  });

  test("a question answered twice in one call keeps first and latest", async () => {
    const store = await open();
    const twice = [answerRow("q", "one", now + 9), answerRow("q", "two", now + 8)];
    await store.putAnswers("c", "id of Ada", twice, 1);
    const [answer, ...others] = await store.answersOf("c");
    expect(others).toEqual([]);
    expect(answer).toMatchObject({ first: "one", latest: "one" });
  });

  test("more questions than may be are kept not even in part, also at once", async () => {
    const store = await open();
    const put = (questions: readonly string[]) => {
      const answers = questions.map((question) => answerRow(question, "right", now));
      return store.putAnswers("c", "id of Ada", answers, 4);
    };
    expect(await put(["a", "b", "c", "d", "e"])).toBe(false);
    expect(await store.answersOf("c")).toEqual([]);
    const got = await Promise.all(
      Array.from({ length: 20 }, (_, at) => put([`${at}`, "a"])),
    );
    expect(got.filter(Boolean)).toHaveLength(3);
    expect(await store.answersOf("c")).toHaveLength(4);
    expect(await put(["a"])).toBe(true);
    expect(await store.putAnswers("c", "missing", [], 4)).toBe(false);
    expect(await store.putAnswers("d", "id of Ada", [], 4)).toBe(false);
  });

  test("what was kept is there when the store is opened again", async () => {
    const place = await fresh();
    const first = await openAt(place);
    await openClassOfAda(first);
    await first.handIn("c", receiptRow("r"), 9);
    await first.close();
    await first.close();
    const second = await openAt(place);
    expect(idsOf(await second.board("c", 0))).toEqual(["r"]);
    expect(await second.handIn("c", receiptRow("s", "key of r"), 9)).toEqual({
      kind: "there",
      id: "r",
    });
  });
});
