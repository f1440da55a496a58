// What the store promises of LTI's platforms and of what comes from them, on both databases.
import { describe, expect, test } from "vitest";
import { contextRow, personRow, registrationRow } from "./lti-rows";
import { openAt, places } from "./store-places";
import {
  assignmentRow,
  classRow,
  learnerHead,
  learnerRow,
  now,
  upTo,
} from "./store-rows";

describe.each(places)("%s", (_, fresh) => {
  const open = async () => openAt(await fresh());

  /** A store with the platform `r`, whose course `c` is the class `c`. */
  const openCourse = async () => {
    const store = await open();
    await store.lti.addRegistration(registrationRow("r"), []);
    await store.lti.openContext(contextRow("c"), classRow("c"));
    return store;
  };

  const linkRow = (place: string, context = "c") => ({
    id: `${context} ${place}`,
    context: `r ${context}`,
    resourceLink: place,
    lineItemUrl: null,
    scopes: ["score", "lineitem"],
    site: "https://course.test",
  });

  test("a platform is registered once for each issuer and client", async () => {
    const { lti } = await open();
    expect(await lti.registrations()).toEqual([]);
    expect(await lti.addRegistration(registrationRow("r"), ["1", "2"])).toBe(true);
    expect(await lti.addRegistration(registrationRow("r"), ["1", "2"])).toBe(true);
    expect(await lti.addRegistration(registrationRow("s"), [])).toBe(true);
    const again = { ...registrationRow("t"), clientId: "client r" };
    expect(await lti.addRegistration(again, ["3"])).toBe(false);
    const audience = "https://lms.test/aud";
    const other = { ...registrationRow("u"), issuer: "https://other.test", audience };
    expect(await lti.addRegistration(other, [])).toBe(true);
    const [r, s] = [registrationRow("r"), registrationRow("s")];
    expect(await lti.registrations()).toEqual([r, s, other]);
    expect(await lti.registration("u")).toEqual(other);
    expect(await lti.registration("t")).toBeNull();
    expect(await lti.deploymentsOf("r")).toEqual(["1", "2"]);
    expect(await lti.deploymentsOf("t")).toEqual([]);
    expect(await lti.removeRegistration("r")).toBe(true);
    expect(await lti.removeRegistration("r")).toBe(false);
    expect(await lti.deploymentsOf("r")).toEqual([]);
    expect(await lti.registrations()).toEqual([s, other]);
  });

  test("a registration takes its first deployment and no other, also at once", async () => {
    const { lti } = await open();
    await lti.addRegistration(registrationRow("r"), []);
    await lti.addRegistration(registrationRow("s"), ["5", "6"]);
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, at) => lti.takeDeployment("r", `${at}`)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await lti.deploymentsOf("r")).toEqual([`${taken.indexOf(true)}`]);
    expect(await lti.takeDeployment("r", `${taken.indexOf(true)}`)).toBe(true);
    expect(await lti.takeDeployment("s", "6")).toBe(true);
    expect(await lti.takeDeployment("s", "7")).toBe(false);
    expect(await lti.takeDeployment("nobody", "7")).toBe(false);
  });

  test("an invitation is spent once, and not after its time", async () => {
    const { lti } = await open();
    await lti.addInvitation("i", now + 10);
    expect(await lti.hasInvitation("i", now + 9)).toBe(true);
    expect(await lti.hasInvitation("i", now + 10)).toBe(false);
    expect(await lti.hasInvitation("j", now)).toBe(false);
    const spent = await Promise.all(
      Array.from({ length: 8 }, () => lti.spendInvitation("i", now)),
    );
    expect(spent.filter((expires) => expires !== null)).toEqual([now + 10]);
    await lti.addInvitation("i", now + 10);
    expect(await lti.spendInvitation("i", now + 10)).toBeNull();
  });

  test("a key that is too old gives way to one other, and is forgotten in the end", async () => {
    const { lti } = await open();
    const key = (kid: string, created: number) => ({ kid, privateJwk: "{}", created });
    expect(await lti.keys()).toEqual([]);
    await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        lti.rotateKeys(key(`${at}`, now), now - 100, 0),
      ),
    );
    const [first, ...none] = await lti.keys();
    expect(none).toEqual([]);
    expect(first).toMatchObject({ privateJwk: "{}", created: now, retired: null });
    expect(await lti.rotateKeys(key("b", now + 50), now - 50, 0)).toEqual([first]);
    const retired = { ...first, retired: now + 100 };
    const next = { ...key("c", now + 100), retired: null };
    expect(await lti.rotateKeys(key("c", now + 100), now, 0)).toEqual([next, retired]);
    expect(await lti.keys()).toEqual([next, retired]);
    await lti.rotateKeys(key("d", now + 120), now, now + 101);
    expect(await lti.keys()).toEqual([next]);
  });

  test("a nonce is used once while it is valid, also at once", async () => {
    const { lti } = await open();
    const used = await Promise.all(
      Array.from({ length: 10 }, () => lti.takeNonce("n", now + 10, now)),
    );
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await lti.takeNonce("n", now + 20, now + 9)).toBe(false);
    expect(await lti.takeNonce("m", now + 20, now + 9)).toBe(true);
    expect(await lti.takeNonce("n", now + 20, now + 10)).toBe(true);
  });

  test("a course is one class, however many open it at once", async () => {
    const store = await openCourse();
    const wanted = { ...contextRow("d"), id: "d" };
    const got = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        store.lti.openContext({ ...wanted, id: `${at}` }, classRow(`d${at}`)),
      ),
    );
    const [one] = got;
    if (!one || one === "code") throw new Error("No class was opened.");
    expect(new Set(got.map((other) => JSON.stringify(other)))).toEqual(
      new Set([JSON.stringify(one)]),
    );
    const opened = await Promise.all(got.map((_, at) => store.classOf(`d${at}`, now)));
    expect(opened.filter(Boolean).map((found) => found?.id)).toEqual([one.classId]);
    expect(await store.lti.contextsOf(one.classId)).toEqual([one]);
    expect(await store.lti.contextsOf("c")).toEqual([contextRow("c")]);
  });

  test("a course in another deployment, or of another platform, is another class", async () => {
    const { lti } = await openCourse();
    await lti.addRegistration(registrationRow("s"), []);
    const elsewhere = { ...contextRow("c"), id: "e", deployment: "2", classId: "e" };
    expect(await lti.openContext(elsewhere, classRow("e"))).toEqual(elsewhere);
    const other = { ...contextRow("c", "s"), classId: "f" };
    expect(await lti.openContext(other, classRow("f"))).toEqual(other);
    expect(await lti.contextsOf("c")).toEqual([contextRow("c")]);
    const clash = { ...classRow("g"), code: "CODE c" };
    expect(await lti.openContext(contextRow("g"), clash)).toBe("code");
    expect(await lti.contextsOf("g")).toEqual([]);
  });

  test("a course keeps the latest addresses of its services", async () => {
    const { lti } = await openCourse();
    const [membershipsUrl, lineItemsUrl] = ["https://lms.test/m", "https://lms.test/l"];
    const told = { ...contextRow("c"), membershipsUrl, lineItemsUrl };
    expect(await lti.openContext(told, classRow("x"))).toEqual(told);
    const silent = { ...contextRow("c"), lineItemsUrl: "https://lms.test/l2" };
    const after = { ...told, lineItemsUrl: "https://lms.test/l2" };
    expect(await lti.openContext(silent, classRow("x"))).toEqual(after);
  });

  test("a course whose class has expired or was deleted gets a new one", async () => {
    const store = await openCourse();
    const later = { ...classRow("d"), created: now + 1000, expires: now + 2000 };
    const again = { ...contextRow("c"), id: "second", classId: "d" };
    expect(await store.lti.openContext(again, later)).toEqual(again);
    await store.deleteClass("d");
    const third = { ...contextRow("c"), id: "third", classId: "e" };
    expect(await store.lti.openContext(third, classRow("e"))).toEqual(third);
  });

  test("one sub is one learner, and two of one name are two", async () => {
    const store = await openCourse();
    const { lti } = store;
    await store.join("c", learnerRow("Ada"), upTo(9));
    const ada = { ...personRow("1"), name: "Ada" };
    const got = await Promise.all(
      Array.from({ length: 6 }, (_, at) =>
        lti.enter("c", { ...ada, id: `${at}`, tokenHash: `t${at}` }, 9),
      ),
    );
    expect(new Set(got.map((one) => JSON.stringify(one))).size).toBe(1);
    const [entered] = got;
    const id = entered?.kind === "in" ? entered.id : "";
    expect(await lti.enter("c", { ...personRow("2"), name: "ADA" }, 9)).toEqual({
      ...{ kind: "in", id: "id of 2" },
    });
    const { learners } = await store.board("c", 0);
    expect(learners.map(({ name }) => name).sort()).toEqual(["ADA", "Ada", "Ada"]);
    for (const at of got.keys()) {
      expect((await store.learnerOf("c", `t${at}`))?.id).toBe(id);
    }
    expect(await lti.usersOf("c")).toEqual([
      { registration: "r", sub: "1", learner: id, teacher: null, gone: null },
      { registration: "r", sub: "2", learner: "id of 2", teacher: null, gone: null },
    ]);
  });

  test("a learner whom the roster brings has no browser before the first launch", async () => {
    const store = await openCourse();
    await store.lti.enter("c", personRow("Ada", null), 9);
    const waits = { ...learnerHead("Ada"), came: false };
    expect((await store.board("c", 0)).learners).toEqual([waits]);
    await store.lti.enter("c", { ...personRow("Ada"), id: "another" }, 9);
    expect(await store.learnerOf("c", "token of Ada")).toEqual(learnerHead("Ada"));
  });

  test("an instructor is one teacher in ten browsers, and beside it a learner", async () => {
    const store = await openCourse();
    const { lti } = store;
    const teacher = { ...personRow("t"), role: "teacher" as const };
    for (let at = 0; at < 11; at += 1) {
      const browser = { ...teacher, id: `${at}`, tokenHash: `b${at}`, now: now + at };
      expect(await lti.enter("c", browser, 9)).toEqual({ kind: "in", id: "0" });
    }
    const by = { id: "0", name: "t" };
    expect((await store.classOfTeacher("c", "b10", now))?.by).toEqual(by);
    expect((await store.classOfTeacher("c", "b1", now))?.by).toEqual(by);
    expect(await store.classOfTeacher("c", "b0", now)).toBeNull();
    expect(await store.classOfTeacher("d", "b10", now)).toBeNull();
    expect(await store.learnerOf("c", "b10")).toBeNull();
    await lti.enter("c", { ...personRow("t"), id: "pupil" }, 9);
    expect(await lti.usersOf("c")).toEqual([
      { registration: "r", sub: "t", learner: "pupil", teacher: "0", gone: null },
    ]);
    await store.deleteTeacher("c", "0");
    expect(await store.classOfTeacher("c", "b10", now)).toBeNull();
  });

  test("who both teaches and learns stays the one where the other is deleted", async () => {
    const store = await openCourse();
    const { lti } = store;
    const teacher = { ...personRow("t"), role: "teacher" as const, leads: true };
    const pupil = { ...personRow("t"), id: "pupil", tokenHash: "of pupil" };
    const user = { registration: "r", sub: "t", gone: null };
    await lti.enter("c", pupil, 9);
    await lti.enter("c", teacher, 9);
    await store.deleteLearners("c", ["pupil"]);
    expect(await lti.usersOf("c")).toEqual([
      { ...user, learner: null, teacher: "id of t" },
    ]);
    expect((await store.classOfTeacher("c", "token of t", now))?.owns).toBe(true);
    await lti.enter("c", pupil, 9);
    await store.deleteTeacher("c", "id of t");
    expect(await lti.usersOf("c")).toEqual([
      { ...user, learner: "pupil", teacher: null },
    ]);
    await store.deleteLearners("c", ["pupil"]);
    expect(await lti.usersOf("c")).toEqual([]);
  });

  test("who leads the course owns its class for a day after a launch, and no longer than they lead", async () => {
    const store = await openCourse();
    const { lti } = store;
    const teacher = { ...personRow("t"), role: "teacher" as const };
    const owns = async (hash: string, at: number) =>
      (await store.classOfTeacher("c", hash, at))?.owns;
    const day = 24 * 60 * 60 * 1000;
    await store.changeClass("c", { expires: now + 9 * day }, now);
    await lti.enter("c", { ...teacher, leads: true, tokenHash: "first" }, 9);
    expect(await owns("first", now)).toBe(true);
    expect(await owns("first", now + day)).toBe(false);
    expect((await store.classOfTeacher("c", "first", now))?.by?.name).toBe("t");
    const next = { ...teacher, leads: true, tokenHash: "next", now: now + day };
    await lti.enter("c", next, 9);
    expect([await owns("next", now + day), await owns("first", now + day)]).toEqual([
      ...[true, false],
    ]);
    // A later launch as an assistant, or as a learner, says so of every browser.
    await lti.enter("c", { ...teacher, tokenHash: "assistant", now: now + day }, 9);
    expect([await owns("next", now + day), await owns("assistant", now + day)]).toEqual([
      ...[false, false],
    ]);
    await lti.enter("c", next, 9);
    expect(await owns("next", now + day)).toBe(true);
    await lti.enter("c", { ...personRow("t"), id: "pupil" }, 9);
    expect(await owns("next", now + day)).toBe(false);
    // Who left the course owns nothing until they come from it again.
    await lti.enter("c", next, 9);
    await lti.markGone("c", "r", { left: ["t"], back: [], now });
    expect(await owns("next", now + day)).toBe(false);
    await lti.enter("c", next, 9);
    expect(await owns("next", now + day)).toBe(true);
    // A link from an owner is a co-teacher's, whoever has it.
    const link = { id: "co", name: "Cy", created: now, secretHash: "of co" };
    await store.addTeacher("c", link, 9);
    expect(await owns("of co", now)).toBe(false);
    expect(await owns("teacher of c", now + 5 * day)).toBe(true);
  });

  test("who is on the roster no more is marked, and is there again once they are", async () => {
    const store = await openCourse();
    const { lti } = store;
    for (const sub of ["1", "2"]) await lti.enter("c", personRow(sub), 9);
    const gone = async () => (await lti.usersOf("c")).map((user) => user.gone);
    const mark = (left: string[], back: string[], at: number) =>
      lti.markGone("c", "r", { left, back, now: at });
    await mark(["1", "3"], ["2"], now);
    expect(await gone()).toEqual([now, null]);
    await mark(["1"], [], now + 5);
    expect(await gone()).toEqual([now, null]);
    await mark(["2"], ["1"], now + 9);
    expect(await gone()).toEqual([null, now + 9]);
    // A roster brings nobody back by itself; a launch does.
    await lti.enter("c", personRow("2", null), 9);
    expect(await gone()).toEqual([null, now + 9]);
    await lti.enter("c", personRow("2", "token"), 9);
    expect(await gone()).toEqual([null, null]);
    expect((await store.board("c", 0)).learners).toHaveLength(2);
  });

  test("a class takes as many learners as it may, also at once", async () => {
    const store = await openCourse();
    const enter = (sub: string, most = 3) => store.lti.enter("c", personRow(sub), most);
    const got = await Promise.all(Array.from({ length: 9 }, (_, at) => enter(`${at}`)));
    expect(got.filter(({ kind }) => kind === "in")).toHaveLength(3);
    expect((await store.board("c", 0)).learners).toHaveLength(3);
    expect(await store.lti.usersOf("c")).toHaveLength(3);
    const late = { ...personRow("late"), now: now + 1000 };
    expect(await store.lti.enter("c", late, 9)).toEqual({ kind: "full" });
    expect(await store.lti.enter("none", personRow("x"), 9)).toEqual({ kind: "full" });
  });

  test("a place in a course keeps its assignment, and another course has its own", async () => {
    const store = await openCourse();
    const { lti } = store;
    await lti.openContext(contextRow("d"), classRow("d"));
    const first = { ...linkRow("1"), assignment: "a" };
    expect(await lti.placeLink(linkRow("1"), assignmentRow("a"), 2)).toEqual(first);
    const renewed = { ...first, lineItemUrl: "https://lms.test/li", scopes: ["score"] };
    const { assignment: _, ...again } = renewed;
    expect(await lti.placeLink(again, assignmentRow("b"), 2)).toEqual(renewed);
    expect(await lti.linkAt("r c", "1")).toEqual(renewed);
    expect(await lti.linkAt("r c", "2")).toBeNull();
    const alike = { ...assignmentRow("a"), id: "alike" };
    expect(await lti.placeLink(linkRow("2"), alike, 2)).toEqual({
      ...linkRow("2"),
      assignment: "a",
    });
    expect(await lti.placeLink(linkRow("1", "d"), alike, 2)).toEqual({
      ...linkRow("1", "d"),
      assignment: "alike",
    });
    expect((await store.board("c", 0)).assignments).toEqual([assignmentRow("a")]);
    expect(await lti.placeLink(linkRow("3"), assignmentRow("c"), 1)).toBe("full");
    expect(await lti.placeLink(linkRow("3", "e"), assignmentRow("c"), 9)).toBe("full");
    await store.deleteAssignment("c", "a");
    expect(await lti.linkAt("r c", "1")).toBeNull();
  });

  test("many first launches of a place at once give one link", async () => {
    const { lti } = await openCourse();
    const got = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        lti.placeLink(
          { ...linkRow("1"), id: `${at}` },
          { ...assignmentRow("a"), id: `a${at}` },
          9,
        ),
      ),
    );
    expect(
      new Set(got.map((one) => (one === "full" ? one : `${one.id} ${one.assignment}`)))
        .size,
    ).toBe(1);
  });

  test("a removed registration takes its courses along, and leaves the classes", async () => {
    const store = await openCourse();
    await store.lti.enter("c", personRow("Ada"), 9);
    await store.lti.placeLink(linkRow("1"), assignmentRow("a"), 9);
    await store.lti.removeRegistration("r");
    expect(await store.lti.contextsOf("c")).toEqual([]);
    expect(await store.lti.usersOf("c")).toEqual([]);
    expect(await store.learnerOf("c", "token of Ada")).toEqual(learnerHead("Ada"));
  });
});
