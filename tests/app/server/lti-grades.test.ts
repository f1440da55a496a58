// Grades on their way to an LMS: what is told, once, and what is done where the LMS does not
// take it.
import { describe, expect, test } from "vitest";
import { receiptHeadsOf } from "@/app/server/class-heads";
import {
  pauseAfter,
  scoresUrl,
  tellDueScores,
} from "@/app/server/lti/services/grade-sender";
import { gradable } from "@/app/server/question-bank";
import type { SiteStore } from "@/app/server/store/lti-store";
import { gradebookFile } from "@/components/class/teacher/gradebook-csv";
import { gradebookOf } from "@/components/class/teacher/grades";
import { mergedBoard } from "@/components/class/teacher/merged-board";
import { quizStandings } from "@/components/class/teacher/quiz-standings";
import { openReceipt, pack } from "@/labs/receipt/packed";
import { trainReceipt } from "@/tests/labs/receipt/train-receipt";
import { parseCsv } from "@/tests/parse-csv";
import { boardMessage, outcomeOf } from "../../components/class/teacher/board-message";
import { bank, writeBank } from "../api/graded-file";
import { canonical } from "./check-school";
import { openServices } from "./lti-services";
import { contextRow, personRow, registrationRow } from "./store/lti-rows";
import { freshFolder, openAt, places } from "./store/store-places";
import { classRow, now, tryRow } from "./store/store-rows";

const minute = 60_000;
const day = 24 * 60 * minute;
const scope = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

const goals = "&goal=loss_0.9*neurons_4&points=3-2&due=2027-01-20";
const labLink = canonical(`/labs/network?assignment=1&title=Circle${goals}`);
const quizIds = [bank[0]?.id, bank[2]?.id];
const quizLink = (rest = "") =>
  canonical(
    `/labs/network?assignment=1&title=Quiz&quiz=${quizIds.join(".")}&quizpoints=3&tries=2${rest}`,
  );

/** A course of an LMS with learners, whose links ask for assignments. */
async function openCourse(store: SiteStore, links: readonly string[], names: string[]) {
  const { lti } = store;
  const lms = await openServices(lti);
  const urls = { tokenUrl: `${lms.url}/token`, authUrl: `${lms.url}/auth` };
  await lti.addRegistration({ ...registrationRow("r"), ...urls }, []);
  await lti.openContext(contextRow("c"), { ...classRow("c"), expires: now + 99 * day });
  for (const name of names) await lti.enter("c", personRow(name), 99);
  for (const [at, link] of links.entries()) {
    await lti.placeLink(
      {
        ...{ id: `link ${at}`, context: "r c", resourceLink: `${at}` },
        lineItemUrl: `${lms.url}/items/${at}?type=1`,
        ...{ scopes: [scope], site: "https://course.test" },
      },
      { id: `asked ${at}`, link, created: now, closes: null },
      99,
    );
  }
  let at = now;
  return {
    lms,
    /** Tells what is due at a moment, in milliseconds from the start. */
    async tell(later = 0) {
      at = now + later;
      await tellDueScores(store, () => at);
    },
    latest: (name: string, item = 0) =>
      lms.scores.findLast(
        ({ userId, path }) => userId === name && path.startsWith(`/items/${item}`),
      ),
    handIn: (id: string, name: string, received = now, packed = `packed-${id}`) =>
      store.handIn(
        "c",
        {
          ...{ id, key: id, assignment: "asked 0", learner: `id of ${name}` },
          ...{ packed, received, work: null },
        },
        99,
      ),
    check: (id: string, verdict: Parameters<typeof outcomeOf>[0], met: boolean[]) =>
      store.setOutcome(
        id,
        JSON.stringify(outcomeOf(verdict, { met, says: "As it says." })),
        now,
        labLink,
      ),
    mark: (name: string, part: object, item = 0) =>
      store.mark("c", {
        ...{ assignment: `asked ${item}`, learner: `id of ${name}` },
        ...{ points: null, verdict: null, reason: "", comment: "", at: now, by: "" },
        ...part,
      }),
  };
}

const openAda = async (link = labLink) => {
  const store = await openAt({ folder: freshFolder() });
  return { store, ...(await openCourse(store, [link], ["Ada"])) };
};

/** A learner’s points in each assignment, as the site’s own file for a gradebook has them. */
async function exported(store: SiteStore) {
  const found = await store.board("c", 0);
  const message = boardMessage({
    ...{ assignments: [...found.assignments], learners: [...found.learners] },
    ...{ extensions: [...found.extensions], marks: [...found.marks] },
    receipts: receiptHeadsOf(found.receipts),
  });
  const board = mergedBoard(null, message);
  const { starts, tries } = await store.quizzesOf("c");
  const questions = [...(await gradable(quizIds.flatMap((id) => id ?? [])))];
  const standings = quizStandings(
    { scores: [...tries], starts: [...starts], questions },
    message.assignments,
  );
  const { text } = gradebookFile(
    board,
    gradebookOf(board, standings),
    "canvas",
    new Date(),
  );
  const [, , ...rows] = parseCsv(text);
  return new Map(rows.map((cells) => [cells[0], cells.slice(5)]));
}

describe.each(places)("%s", (_, fresh) => {
  test("the LMS has the points that the site’s own gradebook file has", async () => {
    const folder = freshFolder();
    process.env.COURSE_DATA_DIR = folder;
    writeBank(folder);
    const names = ["Ada", "Bo", "Cy", "Di", "Eve", "Flo"];
    const store = await openAt(await fresh());
    const course = await openCourse(store, [labLink, quizLink()], names);
    const { handIn, check, mark } = course;
    // Late; extended; overridden; refused; half; nothing but a quiz that is under way.
    await handIn("ada", "Ada", now + 30 * day);
    await check("ada", "confirmed", [true, true]);
    await store.extend(
      "c",
      { assignment: "asked 0", learner: "id of Bo", due: "2027-03-01" },
      now,
    );
    await handIn("bo", "Bo", now + 30 * day);
    await check("bo", "not met", [true, false]);
    await handIn("cy", "Cy");
    await check("cy", "contradicted", [false, false]);
    await mark("Cy", { points: 4.5, comment: "I saw it." });
    await handIn("di", "Di");
    await check("di", "confirmed", [true, true]);
    await mark("Di", { verdict: "refused" });
    for (const [name, texts] of [
      ["Ada", ["right", "right"]],
      ["Flo", ["wrong", "right"]],
    ] as const) {
      const whose = { assignment: "asked 1", learner: `id of ${name}` };
      await store.startQuiz("c", { ...whose, started: now, secret: name });
      for (const [at, text] of texts.entries()) {
        const tried = { ...tryRow(quizIds[at] ?? "", 1, text, now + 5), ...whose };
        await store.putTry("c", tried, { tries: 2, longest: null, again: false });
      }
      if (name === "Ada") await store.handInQuiz("c", { ...whose, at: now + 9 });
    }
    await course.tell(31 * day);
    const file = await exported(store);
    const told = names.map((name) =>
      [0, 1].map((item) => String(course.latest(name, item)?.scoreGiven ?? "")),
    );
    expect(told).toEqual(names.map((name) => file.get(name)));
    expect(told).toEqual([
      ...[
        ["5", "3"],
        ["3", ""],
        ["4.5", ""],
        ["0", ""],
        ["", ""],
        ["", "1.5"],
      ],
    ]);
    const words = (name: string) => course.latest(name)?.comment?.split("\n")[0];
    expect(words("Ada")).toBe("Confirmed: As it says. Handed in late.");
    expect(words("Bo")).toBe("Not met: As it says.");
    expect(words("Cy")).toBe(
      "Contradicted: As it says. Your teacher has set the points. Your teacher says: I saw it.",
    );
    expect(words("Di")).toBe("Confirmed: As it says. Your teacher has refused it.");
    expect(course.latest("Ada", 1)?.comment).toBe("Quiz: 2 of 2 right.");
    expect(course.latest("Flo", 1)).toMatchObject({
      ...{ activityProgress: "InProgress", gradingProgress: "FullyGraded" },
    });
    expect(course.lms.scores.every(({ path }) => path.endsWith("/scores?type=1"))).toBe(
      true,
    );
    expect(course.lms.scores).toHaveLength(6);
  });
});

test("a receipt is pending while it is checked, and a teacher’s while it is unconfirmed", async () => {
  const { tell, latest, lms, ...course } = await openAda();
  await course.handIn("one", "Ada");
  await tell();
  expect(latest("Ada")).toEqual({
    ...{ userId: "Ada", path: "/items/0/scores?type=1" },
    ...{ activityProgress: "Submitted", gradingProgress: "Pending" },
    timestamp: new Date(now).toISOString(),
    submission: { submittedAt: new Date(now).toISOString() },
  });
  await course.check("one", "unconfirmed", [false, false]);
  await tell(2000);
  expect(latest("Ada")).toMatchObject({
    ...{ scoreGiven: 0, scoreMaximum: 5, gradingProgress: "PendingManual" },
    ...{ activityProgress: "Submitted", timestamp: new Date(now + 1000).toISOString() },
  });
  await course.mark("Ada", { verdict: "accepted" });
  await tell(4000);
  expect(latest("Ada")).toMatchObject({
    ...{ scoreGiven: 5, gradingProgress: "FullyGraded", activityProgress: "Completed" },
  });
  // One that is confirmed counts on while another is checked.
  await course.handIn("two", "Ada");
  await course.check("two", "confirmed", [true, true]);
  await tell(6000);
  const before = lms.scores.length;
  await course.handIn("three", "Ada");
  await tell(8000);
  expect(lms.scores).toHaveLength(before);
});

test("the comment holds the receipt, so that nobody needs this site to train it again", async () => {
  const { tell, latest, ...course } = await openAda();
  const packed = await pack(trainReceipt(labLink, "Ada", { passes: 3 }));
  await course.handIn("one", "Ada", now, packed);
  await course.check("one", "not met", [true, false]);
  await tell();
  const address = latest("Ada")?.comment?.split(" ").at(-1) ?? "";
  const [place, fragment = ""] = address.split("#");
  expect(place).toBe("https://course.test/receipt");
  expect(await openReceipt(fragment)).toMatchObject({ receipt: { name: "Ada" } });
});

test("a receipt that is too long for a comment gives way to its run, and says so", async () => {
  const link = canonical(
    "/labs/network?assignment=1&layers=64-64-64&goal=loss_0.9&passes=1",
  );
  const { tell, latest, store, handIn } = await openAda(link);
  const packed = await pack(trainReceipt(link, "Ada"));
  expect(packed.length).toBeGreaterThan(16_000);
  await handIn("one", "Ada", now, packed);
  await store.setOutcome("one", JSON.stringify(outcomeOf("confirmed")), now, link);
  await tell();
  const comment = latest("Ada")?.comment ?? "";
  expect(comment).toContain("too long for a comment");
  expect(comment).toMatch(/https:\/\/course\.test\/labs\/network\?.*layers=64-64-64/);
  expect(comment.length).toBeLessThan(1000);
});

test("points that a quiz keeps from its learner are told once it tells them", async () => {
  const folder = freshFolder();
  process.env.COURSE_DATA_DIR = folder;
  writeBank(folder);
  const link = quizLink("&feedback=handed&minutes=5");
  const { store, tell, latest, lms } = await openAda(link);
  const whose = { assignment: "asked 0", learner: "id of Ada" };
  await store.startQuiz("c", { ...whose, started: now, secret: "s" });
  const tried = { ...tryRow(quizIds[0] ?? "", 1, "right"), ...whose };
  await store.putTry("c", tried, { tries: 2, longest: null, again: true });
  await tell();
  expect(latest("Ada")).toMatchObject({
    ...{ gradingProgress: "Pending", activityProgress: "InProgress" },
  });
  expect(latest("Ada")).not.toHaveProperty("scoreGiven");
  await tell(4 * minute);
  expect(lms.scores).toHaveLength(1);
  // Nobody does anything: the time runs out.
  await tell(5 * minute + 11_000);
  expect(latest("Ada")).toMatchObject({
    scoreGiven: 1.5,
    gradingProgress: "FullyGraded",
  });
});

test("the same score is told once, and one that is no more is taken back", async () => {
  const { tell, latest, store, lms, mark } = await openAda();
  await mark("Ada", { points: 2 });
  await tell();
  await mark("Ada", { points: 2 });
  await tell(minute);
  expect(lms.scores).toHaveLength(1);
  await store.unmark("c", { assignment: "asked 0", learner: "id of Ada" }, now);
  await tell(2 * minute);
  expect(latest("Ada")).toMatchObject({ gradingProgress: "FullyGraded" });
  expect(latest("Ada")).not.toHaveProperty("scoreGiven");
  expect(lms.scores).toHaveLength(2);
});

test("one token serves many scores, and another is asked for where it is taken no more", async () => {
  const { tell, lms, mark } = await openAda();
  const tokens = () => lms.asked.filter((service) => service === "token").length;
  await mark("Ada", { points: 1 });
  await tell();
  await mark("Ada", { points: 2 });
  await tell(minute);
  expect(tokens()).toBe(1);
  lms.forget();
  await mark("Ada", { points: 3 });
  await tell(2 * minute);
  expect([tokens(), lms.scores.at(-1)?.scoreGiven]).toEqual([2, 3]);
});

test("an LMS that takes no token at all is asked twice, and then left alone for a while", async () => {
  const { tell, lms, mark, store } = await openAda();
  lms.troubles.scores.push({ status: 401 }, { status: 401 });
  await mark("Ada", { points: 1 });
  await tell();
  expect(lms.asked).toEqual(["token", "scores", "token", "scores"]);
  expect((await store.lti.scoresOf("c"))[0]?.trouble).toContain("does not accept");
  await tell(pauseAfter(1) - 1);
  expect(lms.scores).toEqual([]);
  await tell(pauseAfter(1));
  expect(lms.scores).toHaveLength(1);
  expect((await store.lti.scoresOf("c"))[0]).toMatchObject({
    waits: false,
    trouble: null,
  });
});

test("a redirect is a trouble in words: a token goes nowhere else", async () => {
  const { tell, lms, mark, store } = await openAda();
  const headers = { Location: "https://elsewhere.test" };
  lms.troubles.scores.push({ status: 302, headers });
  await mark("Ada", { points: 1 });
  await tell();
  expect((await store.lti.scoresOf("c"))[0]?.trouble).toContain("(302)");
});

test("a learner who left is a trouble in words, and is not told of again", async () => {
  const { tell, lms, mark, store } = await openAda();
  lms.left.add("Ada");
  await mark("Ada", { points: 1 });
  await tell();
  await tell(99 * day);
  expect(lms.asked.filter((service) => service === "scores")).toHaveLength(1);
  expect((await store.lti.scoresOf("c"))[0]?.trouble).toContain("left the course");
});

test("a newer grade of the LMS’s own stays, and a later change of ours is told", async () => {
  const { tell, lms, mark, store } = await openAda();
  lms.troubles.scores.push({ status: 409 });
  await mark("Ada", { points: 1 });
  await tell();
  expect((await store.lti.scoresOf("c"))[0]?.trouble).toContain("newer grade");
  await mark("Ada", { points: 2 });
  await tell(minute);
  expect(lms.scores).toMatchObject([{ scoreGiven: 2 }]);
});

test("an LMS that takes no long comment gets the points without it", async () => {
  const { tell, lms, latest, ...course } = await openAda();
  lms.state.longestComment = 500;
  await course.handIn("one", "Ada", now, "A".repeat(3000));
  await course.check("one", "confirmed", [true, true]);
  await tell();
  expect(latest("Ada")).toMatchObject({ scoreGiven: 5 });
  expect(latest("Ada")).not.toHaveProperty("comment");
});

test("an LMS that stays away is asked more and more seldom, and the teachers hear of it", async () => {
  const { tell, lms, mark, store } = await openAda();
  lms.troubles.token.push(...Array.from({ length: 12 }, () => ({ status: 500 })));
  await mark("Ada", { points: 1 });
  let at = 0;
  const pauses: number[] = [];
  for (let tries = 1; tries <= 12; tries += 1) {
    await tell(at);
    const told = (await store.lti.scoresOf("c"))[0]?.trouble ?? null;
    expect(told === null).toBe(tries < 4);
    pauses.push(pauseAfter(tries));
    at += pauseAfter(tries);
  }
  expect([pauses[0], pauses.at(-1)]).toEqual([15_000, 60 * minute]);
  await tell(at);
  expect(lms.scores).toHaveLength(1);
});

test("several processes tell each grade once", async () => {
  const place = { folder: freshFolder() };
  const [one, other] = [await openAt(place), await openAt(place)];
  const names = Array.from({ length: 20 }, (_, at) => `Learner ${at}`);
  const { lms, mark } = await openCourse(one, [labLink], names);
  for (const name of names) await mark(name, { points: 1 });
  await Promise.all([one, other].map((store) => tellDueScores(store, () => now)));
  expect(lms.scores.map(({ userId }) => userId).sort()).toEqual(names.sort());
  expect(lms.asked.filter((service) => service === "scores")).toHaveLength(20);
});

test("scores go to the line item, whose query stays", () => {
  expect(scoresUrl("https://lms.test/a/7/lineitem?type_id=2")).toBe(
    "https://lms.test/a/7/lineitem/scores?type_id=2",
  );
  expect(scoresUrl("https://lms.test/a/7/")).toBe("https://lms.test/a/7/scores");
});

test("a link without a column, or without leave, is a trouble that says so", async () => {
  const { tell, mark, store, lms } = await openAda();
  await store.lti.placeLink(
    {
      ...{ id: "bare", context: "r c", resourceLink: "bare", lineItemUrl: null },
      ...{ scopes: [scope], site: "" },
    },
    { id: "x", link: labLink, created: now, closes: null },
    9,
  );
  await store.lti.placeLink(
    {
      ...{ id: "shy", context: "r c", resourceLink: "shy", scopes: [], site: "" },
      lineItemUrl: `${lms.url}/items/9`,
    },
    { id: "x", link: labLink, created: now, closes: null },
    9,
  );
  await mark("Ada", { points: 1 });
  await tell();
  const troubles = (await store.lti.scoresOf("c")).map(({ trouble }) => trouble);
  expect(troubles).toHaveLength(3);
  expect(troubles).toContain(null);
  expect(troubles.join(" ")).toMatch(/takes no grades from this link/);
  expect(troubles.join(" ")).toMatch(/does not let this site send grades/);
});
