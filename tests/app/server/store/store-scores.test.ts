// Which grades an LMS is to be told, on both databases: each change marks the right rows, and
// a row is told by one process, once.
import { describe, expect, test } from "vitest";
import type { LtiScore, SiteStore } from "@/app/server/store/lti-store";
import { contextRow, personRow, registrationRow } from "./lti-rows";
import { openAt, places } from "./store-places";
import { assignmentRow, classRow, now, receiptRow, tryRow } from "./store-rows";

const linkRow = (place: string, context = "c") => ({
  ...{ id: `${context} ${place}`, context: `r ${context}`, resourceLink: place },
  ...{ lineItemUrl: "https://lms.test/item", scopes: ["score"] },
  site: "https://course.test",
});

/** The class `c`, whose assignment `a` an LMS asks for, with Ada and Bo; beside it `b`. */
async function openCourse(store: SiteStore) {
  const { lti } = store;
  await lti.addRegistration(registrationRow("r"), []);
  await lti.openContext(contextRow("c"), classRow("c"));
  await store.addAssignment("c", assignmentRow("b"), 9);
  await lti.enter("c", personRow("Ada"), 9);
  await lti.enter("c", personRow("Bo"), 9);
  await lti.placeLink(linkRow("1"), assignmentRow("a"), 9);
  return store;
}

const ada = { assignment: "a", learner: "id of Ada" };
const mark = {
  ...{ ...ada, points: 1, verdict: null, reason: "", comment: "", by: "" },
  at: now,
};
const start = { ...ada, started: now, secret: "s" };
const rules = { tries: 9, longest: null, again: false };
const score = { link: "c 1", learner: "id of Ada" };

/** Everything that can change Ada’s grade, in an order in which each does. */
const changes: Record<string, (store: SiteStore) => Promise<unknown>> = {
  handIn: ({ handIn }) => handIn("c", receiptRow("r"), 9),
  setOutcome: ({ setOutcome }) => setOutcome("r", "{}", now, assignmentRow("a").link),
  mark: (store) => store.mark("c", mark),
  unmark: ({ unmark }) => unmark("c", ada, now),
  extend: ({ extend }) => extend("c", { ...ada, due: "2030-01-01" }, now),
  "end of an extension": ({ extend }) => extend("c", { ...ada, due: null }, now),
  startQuiz: ({ startQuiz }) => startQuiz("c", start),
  putTry: ({ putTry }) => putTry("c", tryRow("q", 1, "right"), rules),
  handInQuiz: ({ handInQuiz }) => handInQuiz("c", { ...ada, at: now }),
};

/** All that does not, at that stage: repeated, refused, or of another assignment. */
const unchanging: Record<string, (store: SiteStore) => Promise<unknown>> = {
  handIn: ({ handIn }) => handIn("c", receiptRow("r"), 9),
  "handIn for b": ({ handIn }) => handIn("c", { ...receiptRow("s"), assignment: "b" }, 9),
  setOutcome: ({ setOutcome }) => setOutcome("r", "{}", now, assignmentRow("a").link),
  "mark for b": (store) => store.mark("c", { ...mark, assignment: "b" }),
  "mark of nobody": (store) => store.mark("c", { ...mark, learner: "nobody" }),
  "mark in another class": (store) => store.mark("d", mark),
  "unmark for b": ({ unmark }) => unmark("c", { ...ada, assignment: "b" }, now),
  "extend for b": ({ extend }) =>
    extend("c", { ...ada, assignment: "b", due: "2030-01-01" }, now),
  startQuiz: ({ startQuiz }) => startQuiz("c", start),
  putTry: ({ putTry }) => putTry("c", tryRow("q", 1, "right"), rules),
  handInQuiz: ({ handInQuiz }) => handInQuiz("c", { ...ada, at: now + 5 }),
  answers: ({ putAnswers }) => putAnswers("c", "id of Ada", [], 9),
  closing: ({ changeAssignment }) => changeAssignment("c", "a", { closes: 1 }, now),
};

const sorted = (scores: readonly LtiScore[]) =>
  scores.toSorted((one, other) =>
    `${one.link} ${one.learner}`.localeCompare(`${other.link} ${other.learner}`),
  );

/** What is due of one platform, until `until`; the platform is free for others at once. */
async function claim({ lti }: SiteStore, at: number, until: number) {
  const claimed = await lti.claimScores(at, until, 99);
  if (claimed) await lti.holdScores(claimed.registration, 0);
  return sorted(claimed?.scores ?? []);
}

describe.each(places)("%s", (_, fresh) => {
  const open = async () => openCourse(await openAt(await fresh()));

  /** What is due, which is told at once. */
  async function tellAll(store: SiteStore) {
    const { lti } = store;
    const due: LtiScore[] = [];
    for (let some = await claim(store, now + 100, now + 200); some.length > 0; ) {
      due.push(...some);
      some = await claim(store, now + 100, now + 200);
    }
    for (const one of due) {
      const work = await lti.scoreWork(one);
      const changed = work?.changed ?? 0;
      await lti.scoreSent(one, { changed, text: "told", again: null });
    }
    return sorted(due);
  }

  test("each change of a grade makes it due, and what changes none does not", async () => {
    const store = await open();
    expect(await store.lti.hasDueScores(now + 100)).toBe(false);
    for (const [name, change] of Object.entries(changes)) {
      await change(store);
      expect(await store.lti.hasDueScores(now), name).toBe(true);
      expect(await tellAll(store), name).toEqual([score]);
    }
    for (const [name, call] of Object.entries(unchanging)) {
      await call(store);
      expect(await tellAll(store), name).toEqual([]);
    }
    // What is asked is asked of all.
    await store.changeAssignment("c", "a", { link: "/labs/network?seed=z" }, now);
    const ofBo = { ...score, learner: "id of Bo" };
    expect(await tellAll(store)).toEqual([score, ofBo]);
    await store.deleteLearners("c", ["id of Ada"]);
    expect(await store.lti.scoreWork(score)).toBeNull();
    await store.changeAssignment("c", "a", { link: "/labs/network?seed=y" }, now);
    expect(await tellAll(store)).toEqual([ofBo]);
  });

  test("a class of no platform keeps nothing of grades to be told", async () => {
    const store = await openAt(await fresh());
    await store.openClass(classRow("c"));
    await store.addAssignment("c", assignmentRow("a"), 9);
    await store.addLearners(
      "c",
      [{ ...{ id: "id of Ada", name: "Ada", joined: now }, ...beside }],
      9,
    );
    for (const change of Object.values(changes)) await change(store);
    expect(await store.lti.hasDueScores(Number.MAX_SAFE_INTEGER)).toBe(false);
    expect(await store.lti.scoresOf("c")).toEqual([]);
  });

  test("two links of one assignment, and another course’s, are told each by itself", async () => {
    const store = await open();
    const { lti } = store;
    await lti.placeLink(linkRow("2"), assignmentRow("a"), 9);
    await lti.openContext(contextRow("d"), classRow("d"));
    await lti.placeLink(linkRow("1", "d"), { ...assignmentRow("a"), id: "of d" }, 9);
    await tellAll(store);
    await changes.mark?.(store);
    expect(await tellAll(store)).toEqual([score, { ...score, link: "c 2" }]);
  });

  test("a text that the platform may know has a moment of its own", async () => {
    const store = await open();
    const { lti } = store;
    await changes.mark?.(store);
    await claim(store, now, now + 5);
    const begin = (changed: number, text: string) =>
      lti.beginScore(score, { changed, text });
    expect(await begin(now - 1, "first")).toBeNull();
    expect((await lti.scoreWork(score))?.triedText).toBeNull();
    expect([await begin(now, "first"), await begin(now, "first")]).toEqual([now, now]);
    expect(await begin(now, "other")).toBe(now + 1000);
    expect(await lti.scoreWork(score)).toMatchObject({
      ...{ changed: now + 1000, triedText: "other", sentText: null },
    });
    await lti.scoreSent(score, { changed: now + 1000, text: "other", again: null });
    expect(await lti.scoreWork(score)).toMatchObject({
      ...{ triedText: null, sentText: "other", sent: now + 1000 },
    });
  });

  test("a line item is remembered where the platform names none", async () => {
    const store = await open();
    const { lti } = store;
    const bare = { ...linkRow("2"), lineItemUrl: null };
    await lti.placeLink(bare, { ...assignmentRow("b"), id: "x" }, 9);
    const found = async () => (await lti.linkAt("r c", "2"))?.lineItemUrl;
    await lti.setLineItem("c 2", "https://lms.test/made");
    await lti.setLineItem("c 2", "https://lms.test/second");
    await lti.placeLink(bare, assignmentRow("b"), 9);
    expect(await found()).toBe("https://lms.test/made");
    await lti.placeLink(linkRow("2"), assignmentRow("b"), 9);
    expect(await found()).toBe("https://lms.test/item");
  });

  test("a link to what was done before tells it", async () => {
    const store = await open();
    await store.mark("c", { ...mark, assignment: "b" });
    expect(await tellAll(store)).toEqual([]);
    await store.lti.placeLink(linkRow("2"), { ...assignmentRow("b"), id: "x" }, 9);
    expect(await tellAll(store)).toEqual([
      { ...score, link: "c 2" },
      { link: "c 2", learner: "id of Bo" },
    ]);
  });

  test("of many who claim at once one gets a platform’s grades, and others after its time", async () => {
    const store = await open();
    const { lti } = store;
    await changes.mark?.(store);
    const claims = async (at: number) => {
      const all = Array.from({ length: 8 }, () => lti.claimScores(at, at + 41, 9));
      return sorted((await Promise.all(all)).flatMap((one) => one?.scores ?? []));
    };
    expect(await claims(now + 9)).toEqual([score]);
    // Neither a change while it is being told, nor another grade, gives it to another.
    await changes.unmark?.(store);
    await store.mark("c", { ...mark, learner: "id of Bo" });
    expect(await lti.hasDueScores(now + 49)).toBe(false);
    expect(await claims(now + 49)).toEqual([]);
    expect(await claims(now + 50)).toEqual([score, { ...score, learner: "id of Bo" }]);
  });

  test("a change while a grade is told is told next, with a later moment", async () => {
    const store = await open();
    const { lti } = store;
    await changes.mark?.(store);
    await claim(store, now, now + 50);
    const before = await lti.scoreWork(score);
    await changes.unmark?.(store);
    const sent = { changed: before?.changed ?? 0, text: "first", again: null };
    await lti.scoreSent(score, sent);
    expect(await lti.scoresOf("c")).toEqual([{ ...ada, waits: true, trouble: null }]);
    expect(await claim(store, now, now + 50)).toEqual([score]);
    const after = await lti.scoreWork(score);
    expect(after).toMatchObject({ sent: before?.changed, sentText: "first" });
    expect(after?.changed).toBeGreaterThan(before?.changed ?? 0);
    expect([before?.mark?.points, after?.mark]).toEqual([1, null]);
  });

  test("a grade to look at again is due then, as changed then", async () => {
    const store = await open();
    const { lti } = store;
    await changes.mark?.(store);
    await claim(store, now, now + 5);
    await lti.scoreSent(score, { changed: now, text: "first", again: now + 40 });
    expect(await claim(store, now + 39, now + 99)).toEqual([]);
    expect(await claim(store, now + 40, now + 99)).toEqual([score]);
    expect(await lti.scoreWork(score)).toMatchObject({ changed: now + 1000, sent: now });
    // It was not told: the moment stays.
    expect(await claim(store, now + 99, now + 199)).toEqual([score]);
    expect((await lti.scoreWork(score))?.changed).toBe(now + 1000);
  });

  test("a grade that was not told is due later, or is a trouble until it changes", async () => {
    const store = await open();
    const { lti } = store;
    await changes.mark?.(store);
    await claim(store, now, now + 5);
    const later = { changed: now, next: now + 60, trouble: null };
    await lti.scoreFailed(score, later);
    expect(await claim(store, now + 59, now + 99)).toEqual([]);
    expect(await lti.scoreWork(score)).toMatchObject({ changed: now, failures: 1 });
    await lti.scoreFailed(score, { ...later, next: null, trouble: "Gone." });
    expect(await lti.hasDueScores(now + 1e9)).toBe(false);
    expect(await lti.scoresOf("c")).toEqual([{ ...ada, waits: true, trouble: "Gone." }]);
    await changes.unmark?.(store);
    expect(await tellAll(store)).toEqual([score]);
    expect(await lti.scoresOf("c")).toEqual([{ ...ada, waits: false, trouble: null }]);
    expect(await lti.scoreWork(score)).toMatchObject({ failures: 0, sentText: "told" });
  });

  test("what a platform refused is tried again once it allows something else", async () => {
    const store = await open();
    const { lti } = store;
    await changes.mark?.(store);
    await claim(store, now, now + 5);
    await lti.scoreFailed(score, { changed: now, next: null, trouble: "No." });
    await lti.placeLink(linkRow("1"), assignmentRow("a"), 9);
    expect(await lti.hasDueScores(now + 9)).toBe(false);
    await lti.placeLink({ ...linkRow("1"), scopes: ["more"] }, assignmentRow("a"), 9);
    expect(await tellAll(store)).toEqual([score]);
  });

  test("a platform that asks for time gets it, and others go on", async () => {
    const store = await open();
    const { lti } = store;
    await lti.addRegistration(registrationRow("s"), []);
    await lti.openContext(contextRow("e", "s"), classRow("e"));
    const bob = { ...personRow("Bob"), registration: "s" };
    await lti.enter("e", bob, 9);
    const place = { ...linkRow("1", "e"), context: "s e" };
    await lti.placeLink(place, { ...assignmentRow("a"), id: "of e" }, 9);
    await changes.mark?.(store);
    const ofBob = { assignment: "of e", learner: "id of Bob" };
    await store.mark("e", { ...mark, ...ofBob });
    await lti.holdScores("r", now + 80);
    const others = { link: "e 1", learner: "id of Bob" };
    expect(await claim(store, now + 79, now + 90)).toEqual([others]);
    // Nor does a grade that changes only now.
    await store.mark("c", { ...mark, learner: "id of Bo" });
    expect(await claim(store, now + 79, now + 90)).toEqual([]);
    expect(await claim(store, now + 80, now + 90)).toEqual([
      ...[score, { ...score, learner: "id of Bo" }],
    ]);
  });
});

const beside = { section: null, studentId: null, codeHash: "code" };
