// What the store promises of rosters, personal codes and approval, on both databases.
import { describe, expect, test } from "vitest";
import { openAt, places } from "./store-places";
import {
  answerRow,
  classRow,
  learnerHead,
  learnerRow,
  now,
  openClassOfAda,
  receiptRow,
  upTo,
} from "./store-rows";

const rosterRow = (name: string) => {
  const { tokenHash: _, ...row } = learnerRow(name);
  return { ...row, section: "B", studentId: `number of ${name}` };
};

describe.each(places)("%s", (_, fresh) => {
  const open = async () => {
    const store = await openAt(await fresh());
    await openClassOfAda(store);
    return store;
  };

  test("a roster takes whom it can in, and tells of each other one why not", async () => {
    const store = await open();
    const rows = ["Bo", "ADA", "Cy", "bo ", "Di", "Ed"].map((name, at) => ({
      ...rosterRow(name),
      joined: now + at,
    }));
    const got = await store.addLearners("c", rows, 4);
    const [, taken, , twice, , full] = got;
    expect(got).toEqual(["added", taken, "added", twice, "added", full]);
    expect([taken, twice, full]).toEqual(["name taken", "name taken", "full"]);
    // Repeated after a lost answer: the same learners.
    expect(await store.addLearners("c", rows, 4)).toEqual(got);
    const { learners } = await store.board("c", 0);
    expect(learners.map(({ name }) => name)).toEqual(["Ada", "Bo", "Cy", "Di"]);
    expect(learners[1]).toEqual({
      ...learnerHead("Bo"),
      section: "B",
      studentId: "number of Bo",
      came: false,
    });
    expect(await store.addLearners("missing", rows.slice(0, 1), 4)).toEqual(["full"]);
  });

  test("of many who join at once with their codes, each is the learner of the code", async () => {
    const store = await open();
    const names = Array.from({ length: 20 }, (_, at) => `Learner ${at}`);
    await store.addLearners("c", names.map(rosterRow), 99);
    const got = await Promise.all(
      names.map((name) => store.joinByCode(`code of ${name}`, `token of ${name}`, now)),
    );
    expect(got.map((one) => one?.learner.name)).toEqual(names);
    expect(got[0]?.schoolClass).toEqual(await store.classOf("c", now));
    const [first = ""] = names;
    expect(await store.learnerOf("c", `token of ${first}`)).toMatchObject({ came: true });
    expect(await store.joinByCode("another", "token", now)).toBeNull();
    expect(await store.joinByCode("code of Ada", "token", now + 1000)).toBeNull();
  });

  test("a learner has ten browsers: the oldest goes, and a repeated one is no more", async () => {
    const store = await open();
    for (let at = 1; at <= 9; at += 1) {
      await store.joinByCode("code of Ada", `browser ${at}`, now + at);
      await store.joinByCode("code of Ada", `browser ${at}`, now + at);
    }
    expect(await store.learnerOf("c", "token of Ada")).not.toBeNull();
    await store.joinByCode("code of Ada", "browser 10", now + 10);
    expect(await store.learnerOf("c", "token of Ada")).toBeNull();
    for (let at = 1; at <= 10; at += 1) {
      expect((await store.learnerOf("c", `browser ${at}`))?.name).toBe("Ada");
    }
  });

  test("a clock that went back shuts nobody out who has just come in", async () => {
    const store = await open();
    for (let at = 1; at <= 30; at += 1) {
      await store.joinByCode("code of Ada", `browser ${at}`, now - at);
      expect(await store.learnerOf("c", `browser ${at}`)).not.toBeNull();
    }
  });

  test("a new code voids the one before; where it ends browsers, they are out", async () => {
    const store = await open();
    await store.join("c", learnerRow("Bo"), upTo(9));
    const renew = (codeHash: string, ends: boolean) =>
      store.renewCodes("c", [{ learner: "id of Ada", codeHash }], ends);
    expect((await renew("second", false)).map(({ name }) => name)).toEqual(["Ada"]);
    expect(await store.joinByCode("code of Ada", "late", now)).toBeNull();
    expect(await store.learnerOf("c", "token of Ada")).not.toBeNull();
    expect(await renew("third", true)).toMatchObject([{ name: "Ada", came: false }]);
    expect(await store.learnerOf("c", "token of Ada")).toBeNull();
    expect(await store.joinByCode("third", "new", now)).not.toBeNull();
    expect(await store.learnerOf("c", "token of Bo")).not.toBeNull();
    await store.openClass(classRow("d"));
    const strange = [{ learner: "id of Ada", codeHash: "stolen" }];
    expect(await store.renewCodes("d", strange, true)).toEqual([]);
    expect(await store.learnerOf("c", "new")).not.toBeNull();
  });

  test("nobody comes in by a name that is there, whoever asks and how often", async () => {
    const store = await open();
    const got = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        store.join("c", { ...learnerRow(`${at}`), name: "ADA" }, upTo(99)),
      ),
    );
    expect(new Set(got.map(({ kind }) => kind))).toEqual(new Set(["name taken"]));
    expect(await store.learnerOf("c", "token of 3")).toBeNull();
  });

  test("who waits hands nothing in until approved", async () => {
    const store = await open();
    await store.join("c", learnerRow("Bo"), { most: 9, waiting: true });
    const receipt = { ...receiptRow("r"), learner: "id of Bo" };
    const start = { assignment: "a", learner: "id of Bo", started: now, secret: "s" };
    const answers = [answerRow("q", "right", now)];
    expect(await store.handIn("c", receipt, 9)).toEqual({ kind: "gone" });
    expect(await store.startQuiz("c", start)).toBeNull();
    expect(await store.putAnswers("c", "id of Bo", answers, 9)).toBe(false);
    expect((await store.learnerOf("c", "token of Bo"))?.waiting).toBe(true);
    const letIn = { waiting: false };
    expect(await store.changeLearner("another", "id of Bo", letIn)).toBeNull();
    expect((await store.learnerOf("c", "token of Bo"))?.waiting).toBe(true);
    expect(await store.changeLearner("c", "id of nobody", letIn)).toBeNull();
    expect(await store.changeLearner("c", "id of Bo", letIn)).toMatchObject(letIn);
    expect((await store.learnerOf("c", "token of Bo"))?.waiting).toBe(false);
    expect(await store.handIn("c", receipt, 9)).toEqual({ kind: "taken", id: "r" });
  });

  test("section and number are changed one by one, and taken away", async () => {
    const store = await open();
    const change = (what: { section?: string | null; studentId?: string | null }) =>
      store.changeLearner("c", "id of Ada", what);
    expect(await change({ section: "A" })).toEqual({
      ...learnerHead("Ada"),
      section: "A",
    });
    expect(await change({ studentId: "17" })).toMatchObject({
      section: "A",
      studentId: "17",
    });
    expect(await change({ section: null })).toMatchObject({
      section: null,
      studentId: "17",
    });
    expect(await store.changeLearner("d", "id of Ada", { section: "x" })).toBeNull();
    expect((await store.board("c", 0)).learners).toMatchObject([{ section: null }]);
  });

  test("a browser that leaves is out, and no other is", async () => {
    const store = await open();
    await store.joinByCode("code of Ada", "second", now);
    await store.leave("d", "token of Ada");
    expect(await store.learnerOf("c", "token of Ada")).not.toBeNull();
    await store.leave("c", "token of Ada");
    expect(await store.learnerOf("c", "token of Ada")).toBeNull();
    expect((await store.learnerOf("c", "second"))?.name).toBe("Ada");
  });

  test("many learners go in one call, with all that is theirs", async () => {
    const store = await open();
    const names = ["Bo", "Cy", "Di"];
    await store.addLearners("c", names.map(rosterRow), 9);
    await store.handIn("c", receiptRow("r"), 9);
    await store.deleteLearners("d", ["id of Ada", "id of Bo"]);
    expect((await store.board("c", 0)).learners).toHaveLength(4);
    await store.deleteLearners("c", [
      "id of Ada",
      "id of Bo",
      "id of nobody",
      "id of Di",
    ]);
    const { learners, receipts } = await store.board("c", 0);
    expect(learners.map(({ name }) => name)).toEqual(["Cy"]);
    expect(receipts).toEqual([]);
    expect(await store.joinByCode("code of Bo", "token", now)).toBeNull();
  });
});
