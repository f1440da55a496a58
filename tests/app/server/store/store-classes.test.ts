// What the store promises of classes, assignments and learners, on both databases.
import { describe, expect, test } from "vitest";
import { openAt, places } from "./store-places";
import { assignmentRow, classRow, learnerRow, now, openClassOfAda } from "./store-rows";

describe.each(places)("%s", (_, fresh) => {
  const open = async () => openAt(await fresh());

  test("a class is found by its id, its code and its teacher", async () => {
    const store = await open();
    const { teacherHash, ...stored } = classRow("c");
    expect(await store.openClass(classRow("c"))).toBe(true);
    expect(await store.classOf("c", now)).toEqual(stored);
    expect(await store.classByCode("CODE c", now)).toEqual(stored);
    expect(await store.classOfTeacher("c", teacherHash, now)).toEqual(stored);
    expect(await store.classOfTeacher("c", "another", now)).toBeNull();
    expect(await store.classOf("C", now)).toBeNull();
    expect(await store.classByCode("code c", now)).toBeNull();
  });

  test("a code belongs to one class until that expires", async () => {
    const store = await open();
    const second = { ...classRow("d"), code: "CODE c" };
    await store.openClass(classRow("c"));
    expect(await store.openClass(second)).toBe(false);
    expect(await store.classOf("d", now)).toBeNull();
    const later = { ...second, created: now + 1000, expires: now + 2000 };
    expect(await store.openClass(later)).toBe(true);
    expect((await store.classByCode("CODE c", now + 1000))?.id).toBe("d");
  });

  test("a class is opened again where the first answer was lost", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    expect(await store.openClass(classRow("c"))).toBe(true);
    expect(await store.openClass({ ...classRow("c"), teacherHash: "a thief" })).toBe(
      false,
    );
    expect(await store.openClass({ ...classRow("c"), code: "NEW" })).toBe(false);
  });

  test("of many who want one code at once, one gets it", async () => {
    const store = await open();
    const wanted = Array.from({ length: 20 }, (_, at) =>
      store.openClass({ ...classRow(`${at}`), code: "ONE" }),
    );
    expect((await Promise.all(wanted)).filter(Boolean)).toHaveLength(1);
  });

  test("a renewed teacher is the only one", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    expect(await store.renewTeacher("c", "new")).toBe(true);
    expect(await store.classOfTeacher("c", "teacher of c", now)).toBeNull();
    expect((await store.classOfTeacher("c", "new", now))?.id).toBe("c");
    expect(await store.renewTeacher("missing", "new")).toBe(false);
  });

  test("a class past its expiry is not there, and takes nothing in", async () => {
    const store = await open();
    await openClassOfAda(store);
    const late = now + 1000;
    expect(await store.classOf("c", late - 1)).not.toBeNull();
    expect(await store.classOf("c", late)).toBeNull();
    expect(await store.classByCode("CODE c", late)).toBeNull();
    expect(await store.classOfTeacher("c", "teacher of c", late)).toBeNull();
    const second = { ...assignmentRow("b"), created: late };
    expect(await store.addAssignment("c", second, 10)).toBe("full");
    const bo = { ...learnerRow("Bo"), joined: late };
    expect(await store.join("c", bo, 10)).toEqual({ kind: "full" });
  });

  test("expired classes are deleted and counted, with all that is in them", async () => {
    const store = await open();
    await openClassOfAda(store);
    await store.openClass(classRow("d"));
    await store.openClass({ ...classRow("e"), expires: now + 5000 });
    expect(await store.deleteExpired(now + 999)).toBe(0);
    expect(await store.deleteExpired(now + 1000)).toBe(2);
    expect(await store.deleteExpired(now + 1000)).toBe(0);
    expect(await store.classOf("e", now)).not.toBeNull();
    expect(await store.board("c", 0)).toEqual({
      assignments: [],
      learners: [],
      receipts: [],
    });
  });

  test("a link is assigned once in a class, however long it is", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    await store.openClass(classRow("d"));
    const link = `/labs/network?note=${"é".repeat(10_000)}`;
    expect(await store.addAssignment("c", { ...assignmentRow("a"), link }, 10)).toBe(
      "added",
    );
    expect(await store.addAssignment("c", { ...assignmentRow("b"), link }, 10)).toBe(
      "there",
    );
    expect(await store.addAssignment("c", { ...assignmentRow("a"), link }, 10)).toBe(
      "added",
    );
    expect(await store.addAssignment("d", { ...assignmentRow("e"), link }, 10)).toBe(
      "added",
    );
    const { assignments } = await store.board("c", 0);
    expect(assignments).toEqual([{ id: "a", link, created: now }]);
  });

  test("a class takes as many assignments as it may, also at once", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    const wanted = Array.from({ length: 20 }, (_, at) =>
      store.addAssignment("c", assignmentRow(`${at}`), 3),
    );
    const got = await Promise.all(wanted);
    expect(got.filter((one) => one === "added")).toHaveLength(3);
    expect(got.filter((one) => one === "full")).toHaveLength(17);
    expect((await store.board("c", 0)).assignments).toHaveLength(3);
    expect(await store.addAssignment("missing", assignmentRow("x"), 3)).toBe("full");
  });

  test("a learner is known by the token, in the own class only", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    await store.openClass(classRow("d"));
    const joined = await store.join("c", learnerRow("Ada"), 10);
    expect(joined).toEqual({ kind: "joined", id: "id of Ada" });
    const { tokenHash, ...stored } = learnerRow("Ada");
    expect(await store.learnerOf("c", tokenHash)).toEqual(stored);
    expect(await store.learnerOf("d", tokenHash)).toBeNull();
    expect(await store.learnerOf("c", "another")).toBeNull();
  });

  test("a name is one learner's, in whatever case and spelling", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    await store.openClass(classRow("d"));
    const join = (id: string, name: string, to = "c") =>
      store.join(to, { id, name, tokenHash: `token ${id}`, joined: now }, 50);
    const pairs = [
      ["Zoë Ångström", "ZOE\u0308 A\u030angström"],
      ["Groß", "GROSS"],
      ["ΟΔΥΣΣΕΥΣ", "οδυσσευς"],
      ["Ли Вэй", " ли  вэй "],
    ];
    for (const [at, [one = "", other = ""]] of pairs.entries()) {
      expect(await join(`${at}`, one)).toEqual({ kind: "joined", id: `${at}` });
      expect(await join(`other ${at}`, other)).toEqual({ kind: "name taken" });
      expect(await join(`d ${at}`, other, "d")).toEqual({
        kind: "joined",
        id: `d ${at}`,
      });
    }
    expect(await join("z", "Zoe Angstrom")).toEqual({ kind: "joined", id: "z" });
    const names = (await store.board("c", 0)).learners.map(({ name }) => name);
    expect(names.sort()).toEqual([...pairs.map(([one]) => one), "Zoe Angstrom"].sort());
  });

  test("joining again with the same token changes nothing", async () => {
    const store = await open();
    await openClassOfAda(store);
    const again = { ...learnerRow("Ada"), id: "new id" };
    expect(await store.join("c", again, 1)).toEqual({ kind: "joined", id: "id of Ada" });
    expect((await store.board("c", 0)).learners).toHaveLength(1);
  });

  test("a class takes as many learners as it may, also at once", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    const got = await Promise.all(
      Array.from({ length: 30 }, (_, at) => store.join("c", learnerRow(`${at}`), 7)),
    );
    expect(got.filter(({ kind }) => kind === "joined")).toHaveLength(7);
    expect((await store.board("c", 0)).learners).toHaveLength(7);
    expect(await store.join("missing", learnerRow("x"), 7)).toEqual({ kind: "full" });
  });

  test("of many who join with one name at once, one gets it", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    const got = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        store.join("c", { ...learnerRow("Ada"), id: `${at}`, tokenHash: `${at}` }, 50),
      ),
    );
    expect(got.filter(({ kind }) => kind === "joined")).toHaveLength(1);
    expect(got.filter(({ kind }) => kind === "name taken")).toHaveLength(19);
  });

  test("a learner who is let in again is let in once, as the same learner", async () => {
    const store = await open();
    await openClassOfAda(store);
    const again = (token: string) => ({
      ...learnerRow("ADA"),
      id: `id ${token}`,
      tokenHash: token,
    });
    await store.letInAgain("another", "id of Ada");
    expect(await store.join("c", again("early"), 1)).toEqual({ kind: "name taken" });
    await store.letInAgain("c", "id of Ada");
    // Also where the class has as many as it may.
    const got = await Promise.all(
      Array.from({ length: 20 }, (_, at) => store.join("c", again(`${at}`), 1)),
    );
    const winner = got.findIndex(({ kind }) => kind === "joined");
    expect(got[winner]).toEqual({ kind: "joined", id: "id of Ada" });
    expect(got.filter(({ kind }) => kind === "joined")).toHaveLength(1);
    expect(await store.learnerOf("c", "token of Ada")).toBeNull();
    expect((await store.learnerOf("c", `${winner}`))?.name).toBe("Ada");
    // A repeated try is no second one.
    const repeated = await store.join("c", again(`${winner}`), 1);
    expect(repeated).toEqual({ kind: "joined", id: "id of Ada" });
    expect(await store.join("c", again("late"), 1)).toEqual({ kind: "name taken" });
  });

  test("a deleted class is gone with all that was in it, and no other", async () => {
    const store = await open();
    await openClassOfAda(store);
    await store.openClass(classRow("d"));
    await store.deleteClass("c");
    await store.deleteClass("c");
    expect(await store.classOf("c", now)).toBeNull();
    expect(await store.learnerOf("c", "token of Ada")).toBeNull();
    expect((await store.board("c", 0)).assignments).toEqual([]);
    expect(await store.classOf("d", now)).not.toBeNull();
  });
});
