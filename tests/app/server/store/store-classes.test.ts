// What the store promises of classes, assignments and learners, on both databases.
import { describe, expect, test } from "vitest";
import { openAt, places } from "./store-places";
import {
  assignmentRow,
  classRow,
  learnerHead,
  learnerRow,
  now,
  openClassOfAda,
  upTo,
} from "./store-rows";

describe.each(places)("%s", (_, fresh) => {
  const open = async () => openAt(await fresh());

  test("a class is found by its id, its code and its teacher", async () => {
    const store = await open();
    const { teacherHash, recoveryHash, ...row } = classRow("c");
    const stored = { ...row, measured: false };
    expect(await store.openClass(classRow("c"))).toBe(true);
    expect(await store.classOf("c", now)).toEqual(stored);
    expect(await store.classByCode("CODE c", now)).toEqual(stored);
    expect(await store.classOfTeacher("c", teacherHash, now)).toEqual({
      ...stored,
      ...{ teacherHash, recoveryHash, by: null, owns: true },
    });
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
    expect(await store.renewTeacher("c", "teacher of c", "new")).toBe(true);
    expect(await store.classOfTeacher("c", "teacher of c", now)).toBeNull();
    expect((await store.classOfTeacher("c", "new", now))?.id).toBe("c");
    expect(await store.renewTeacher("missing", "teacher of c", "new")).toBe(false);
  });

  test("of many who renew a link or a code at once, one is told that it did", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    const many = Array.from({ length: 20 }, (_, at) => `new ${at}`);
    const renewed = await Promise.all(
      many.map((next) => store.renewTeacher("c", "teacher of c", next)),
    );
    const links = await Promise.all(
      many.map((next) => store.classOfTeacher("c", next, now)),
    );
    expect(renewed.filter(Boolean)).toHaveLength(1);
    expect(links.map(Boolean)).toEqual(renewed);
    const codes = await Promise.all(
      many.map((next) => store.renewRecovery("c", "recovery of c", next)),
    );
    expect(codes.filter(Boolean)).toHaveLength(1);
    const taught = links.find(Boolean) && many[renewed.indexOf(true)];
    const found = await store.classOfTeacher("c", taught ?? "", now);
    expect(found?.recoveryHash).toBe(many[codes.indexOf(true)]);
  });

  test("a renewal whose answer was lost is the same when it is repeated", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    expect(await store.renewTeacher("c", "teacher of c", "new")).toBe(true);
    expect(await store.renewTeacher("c", "teacher of c", "new")).toBe(true);
    expect(await store.renewTeacher("c", "teacher of c", "other")).toBe(false);
  });

  test("of many who use a recovery code at once, one gets the class", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    const next = (at: number) => ({ teacherHash: `t ${at}`, recoveryHash: `r ${at}` });
    const got = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        store.recover("recovery of c", next(at), now),
      ),
    );
    const winner = got.findIndex(Boolean);
    expect(got.filter(Boolean)).toHaveLength(1);
    expect((await store.classOfTeacher("c", `t ${winner}`, now))?.by).toBeNull();
    expect(await store.classOfTeacher("c", "teacher of c", now)).toBeNull();
    // A repeated try is the same recovery; the code before is void, the new one works.
    expect((await store.recover("recovery of c", next(winner), now))?.id).toBe("c");
    expect(await store.recover("recovery of c", next(99), now)).toBeNull();
    expect((await store.recover(`r ${winner}`, next(99), now))?.id).toBe("c");
    expect(await store.recover("r 99", next(100), now + 1000)).toBeNull();
  });

  test("co-teachers have links of their own, each revocable", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    const cy = { id: "cy", name: "Cy", created: now, secretHash: "of cy" };
    const di = { id: "di", name: "Di", created: now + 1, secretHash: "of di" };
    expect(await store.addTeacher("c", cy, 2)).toBe("added");
    expect(await store.addTeacher("c", cy, 2)).toBe("added");
    expect(await store.addTeacher("c", di, 2)).toBe("added");
    const third = { ...di, id: "ed", secretHash: "of ed" };
    expect(await store.addTeacher("c", third, 2)).toBe("full");
    expect(await store.addTeacher("missing", third, 2)).toBe("full");
    expect((await store.classOfTeacher("c", "of cy", now))?.by).toEqual({
      id: "cy",
      name: "Cy",
    });
    expect(await store.classOfTeacher("c", "of cy", now + 1000)).toBeNull();
    await store.openClass(classRow("d"));
    expect(await store.classOfTeacher("d", "of cy", now)).toBeNull();
    await store.deleteTeacher("d", "cy");
    expect((await store.teachersOf("c")).map(({ name }) => name)).toEqual(["Cy", "Di"]);
    await store.deleteTeacher("c", "cy");
    expect(await store.classOfTeacher("c", "of cy", now)).toBeNull();
    expect(await store.teachersOf("c")).toEqual([
      { id: "di", name: "Di", created: now + 1 },
    ]);
    // A renewed link of the owner's leaves theirs.
    await store.renewTeacher("c", "teacher of c", "new");
    expect((await store.classOfTeacher("c", "of di", now))?.by?.id).toBe("di");
  });

  test("a class's name, door, approval and end can be changed", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    const before = await store.classOf("c", now);
    expect(await store.changeClass("c", { door: "closed" }, now)).toEqual({
      ...before,
      door: "closed",
    });
    const all = { name: "9c", door: "roster", approval: true, expires: now + 9 } as const;
    expect(await store.changeClass("c", all, now)).toEqual({ ...before, ...all });
    expect(await store.classOf("c", now)).toEqual({ ...before, ...all });
    expect(await store.changeClass("c", { approval: false }, now)).toMatchObject({
      approval: false,
      name: "9c",
    });
    expect(await store.changeClass("c", { name: "late" }, now + 9)).toBeNull();
    expect(await store.changeClass("missing", { name: "9c" }, now)).toBeNull();
  });

  test("a class that is still empty after two months is deleted, no other", async () => {
    const store = await open();
    const expires = Number.MAX_SAFE_INTEGER;
    for (const id of ["empty", "asks", "joined"]) {
      await store.openClass({ ...classRow(id), expires });
    }
    await store.addAssignment("asks", assignmentRow("a"), 10);
    await store.join("joined", learnerRow("Ada"), upTo(10));
    const twoMonths = now + 60 * 24 * 3600 * 1000;
    expect(await store.deleteExpired(twoMonths - 1)).toBe(0);
    expect(await store.deleteExpired(twoMonths)).toBe(1);
    expect(await store.classOf("empty", now)).toBeNull();
    expect(await store.classOf("asks", now)).not.toBeNull();
    expect(await store.classOf("joined", now)).not.toBeNull();
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
    expect(await store.join("c", bo, upTo(10))).toEqual({ kind: "full" });
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
      extensions: [],
      marks: [],
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
    expect(assignments).toEqual([{ ...assignmentRow("a"), link }]);
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
    const joined = await store.join("c", learnerRow("Ada"), upTo(10));
    expect(joined).toEqual({ kind: "joined", id: "id of Ada" });
    const { tokenHash } = learnerRow("Ada");
    expect(await store.learnerOf("c", tokenHash)).toEqual(learnerHead("Ada"));
    expect(await store.learnerOf("d", tokenHash)).toBeNull();
    expect(await store.learnerOf("c", "another")).toBeNull();
  });

  test("a name is one learner's, in whatever case and spelling", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    await store.openClass(classRow("d"));
    const join = (id: string, name: string, to = "c") =>
      store.join(to, { ...learnerRow(id), id, name }, upTo(50));
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
    expect(await store.join("c", again, upTo(1))).toEqual({
      kind: "joined",
      id: "id of Ada",
    });
    expect((await store.board("c", 0)).learners).toHaveLength(1);
  });

  test("a class takes as many learners as it may, also at once", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    const got = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        store.join("c", learnerRow(`${at}`), upTo(7)),
      ),
    );
    expect(got.filter(({ kind }) => kind === "joined")).toHaveLength(7);
    expect((await store.board("c", 0)).learners).toHaveLength(7);
    expect(await store.join("missing", learnerRow("x"), upTo(7))).toEqual({
      kind: "full",
    });
  });

  test("of many who join with one name at once, one gets it", async () => {
    const store = await open();
    await store.openClass(classRow("c"));
    const got = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        store.join("c", { ...learnerRow(`${at}`), name: "Ada" }, upTo(50)),
      ),
    );
    expect(got.filter(({ kind }) => kind === "joined")).toHaveLength(1);
    expect(got.filter(({ kind }) => kind === "name taken")).toHaveLength(19);
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
