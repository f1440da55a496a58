import { readFile } from "node:fs/promises";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOf, newId, newSecret } from "@/app/server/secrets";
import { responses } from "@/content/class/messages";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { pack } from "@/labs/receipt/packed";
import { trainReceipt } from "../../labs/receipt/train-receipt";
import { openBrowser } from "./browser";
import { canonical, joinClass, link, openClass, openSchool } from "./school";
import { openSite } from "./site";

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite(1000);
});
afterAll(() => site.close());

const packed = (name: string) => pack(trainReceipt(link, name));

const key = (text: string) => text.padEnd(20, "-");

test("a class is opened with a code for learners and a private link", async () => {
  const browser = openBrowser();
  const { status, told } = await browser.post("/api/classes", { name: "  Class\t 5b " });
  expect(status).toBe(201);
  const { class: opened, secret } = responses.opened.parse(told);
  expect(opened.name).toBe("Class 5b");
  expect(opened.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(Buffer.from(secret, "base64url").length * 8).toBeGreaterThanOrEqual(128);
  expect(opened.expires - opened.created).toBe(365 * 86_400_000);
});

test("a class without a name that can be seen is not opened", async () => {
  const browser = openBrowser();
  for (const name of ["", "  ", "\u0000", "a\u202eb", "\ud800", "x".repeat(81), 5]) {
    const { status, told } = await browser.post("/api/classes", { name });
    expect(status).toBe(400);
    expect(told.problem).toContain("A class needs a name");
  }
});

test("the teacher’s secret is in no file of the store", async () => {
  const { secret } = await openClass();
  for (const name of ["classes.sqlite", "classes.sqlite-wal"]) {
    const bytes = await readFile(`${site.folder}/${name}`);
    expect(bytes.includes(secret)).toBe(false);
  }
});

test("the private link makes another browser the teacher", async () => {
  const { id, at, secret } = await openClass();
  const other = openBrowser();
  expect((await other.get(`${at}/board`)).status).toBe(403);
  const { status, told } = await other.post(`${at}/enter`, { secret });
  expect(status).toBe(200);
  expect(responses.entered.parse(told).class.id).toBe(id);
  expect((await other.get(`${at}/board`)).status).toBe(200);
});

test("a cookie is out of reach of scripts, of other sites and of other classes", async () => {
  const { at, secret, code } = await openClass();
  const entered = await openBrowser().post(`${at}/enter`, { secret });
  const joined = await openBrowser().post("/api/join", { code, name: "Ada" });
  for (const { headers } of [entered, joined]) {
    const [cookie = ""] = headers.getSetCookie();
    const parts = cookie.split("; ");
    expect(parts).toContain("HttpOnly");
    expect(parts).toContain("SameSite=Strict");
    expect(parts).toContain(`Path=${at}`);
    expect(parts).not.toContain("Secure");
    const age = Number(parts.find((part) => part.startsWith("Max-Age="))?.slice(8));
    expect(age).toBeGreaterThan(364 * 86_400);
    expect(age).toBeLessThanOrEqual(365 * 86_400);
  }
});

test("a cookie that was asked for over https is sent only over https", async () => {
  const { at, secret } = await openClass();
  const secure = { "x-forwarded-proto": "https" };
  const { headers } = await openBrowser().post(`${at}/enter`, { secret }, secure);
  expect(headers.getSetCookie()[0]?.split("; ")).toContain("Secure");
});

test("a renewed private link voids the one before and its cookies", async () => {
  const { teacher, at, secret } = await openClass();
  const second = openBrowser();
  await second.post(`${at}/enter`, { secret });
  const { told } = await teacher.post(`${at}/secret`);
  const renewed = responses.renewed.parse(told).secret;
  expect((await teacher.get(`${at}/board`)).status).toBe(200);
  expect((await second.get(`${at}/board`)).status).toBe(403);
  expect((await second.post(`${at}/enter`, { secret })).status).toBe(403);
  expect((await second.post(`${at}/enter`, { secret: renewed })).status).toBe(200);
});

test("a class past its year is as if it were not there", async () => {
  const { store } = await site.open();
  const [id, secret] = [newId(), newSecret()];
  const expires = Date.now() + 300;
  const times = { created: Date.now() - 1000, expires };
  const code = "ABCD2345";
  const opened = { id, name: "Old", code, door: "open", approval: false } as const;
  const hashes = { teacherHash: hashOf(secret), recoveryHash: null };
  await store.openClass({ ...opened, ...times, ...hashes });
  const teacher = openBrowser();
  const at = `/api/classes/${id}`;
  expect((await teacher.post(`${at}/enter`, { secret })).status).toBe(200);
  const { browser: learner } = await joinClass(code, "Ada");
  await new Promise((go) => setTimeout(go, 320));
  expect((await teacher.get(`${at}/board`)).status).toBe(404);
  expect((await teacher.post(`${at}/enter`, { secret })).status).toBe(404);
  expect((await learner.get(`${at}/mine`)).status).toBe(404);
  expect((await learner.post("/api/join", { code, name: "Bo" })).status).toBe(404);
});

test("a code is read however it is typed", async () => {
  const { store } = await site.open();
  const times = { created: Date.now(), expires: Date.now() + 1e6 };
  const teacherHash = hashOf("x");
  const id = newId();
  const hashes = { teacherHash, recoveryHash: null };
  const head = { id, name: "Codes", code: "01K0M10X" };
  await store.openClass({ ...head, door: "open", approval: false, ...times, ...hashes });
  const typed = ["01K0-M10X", "oikO—mLox", " o 1 k 0 m l 0 x ", "０１Ｋ０Ｍ１０Ｘ"];
  for (const [at, code] of typed.entries()) {
    expect((await joinClass(code, `Learner ${at}`)).classId).toBe(id);
  }
  const { status, told } = await openBrowser().post("/api/join", {
    code: "U",
    name: "A",
  });
  expect(status).toBe(400);
  expect(told.problem).toContain("8 letters and digits");
});

test("two learners of a class cannot have one name", async () => {
  const { code } = await openClass();
  await joinClass(code, "Zoë");
  for (const name of ["Zoë", "zoe\u0308", " ZOË "]) {
    const { status, told } = await openBrowser().post("/api/join", { code, name });
    expect(status).toBe(409);
    expect(told.problem).toContain("add an initial");
  }
});

test("a class takes five thousand learners and no more", async () => {
  const { id, code } = await openClass();
  const database = new Database(`${site.folder}/classes.sqlite`, { timeout: 5000 });
  database
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 4999)
      INSERT INTO learner (id, class_id, name, name_key, joined)
      SELECT ? || i, ?, 'L' || i, 'l' || i, 1 FROM n`,
    )
    .run(id.slice(0, 16), id);
  database.close();
  const last = await openBrowser().post("/api/join", { code, name: "The last" });
  expect(last.status).toBe(200);
  const next = await openBrowser().post("/api/join", { code, name: "One more" });
  expect(next.status).toBe(409);
  expect(next.told.problem).toContain("full");
});

test("a learner’s own code brings them in on each of their browsers", async () => {
  const { teacher, learner, learnerId, at, code, assignment } = await openSchool("Ada");
  const receipt = { key: key("first"), assignment, packed: await packed("Ada") };
  await learner.post(`${at}/hand-in`, receipt);
  const made = await teacher.post(`${at}/learners/${learnerId}/code`);
  const own = responses.code.parse(made.told).code;
  const again = openBrowser();
  const { told } = await again.post("/api/join", { code: own });
  expect(responses.joined.parse(told)).toMatchObject({ learner: learnerId, name: "Ada" });
  const mine = responses.mine.parse((await again.get(`${at}/mine`)).told);
  expect(mine.receipts.length).toBe(1);
  expect((await learner.get(`${at}/mine`)).status).toBe(200);
  // Whoever types the name first is not let in by it.
  const third = await openBrowser().post("/api/join", { code, name: "Ada" });
  expect(third.status).toBe(409);
});

test("an assignment is kept by the one text of its link", async () => {
  const { teacher, at } = await openClass();
  const typed = `https://school.test${link}&utm=`;
  const refused = await teacher.post(`${at}/assignments`, { link: typed });
  expect(refused.status).toBe(400);
  expect(refused.told.problem).toContain("utm");
  const spelt = `https://school.test/embed${link.replaceAll("+", "%20")}#top`;
  const first = await teacher.post(`${at}/assignments`, { link: spelt });
  expect(first.status).toBe(201);
  expect(first.told.link).toBe(link);
  const second = await teacher.post(`${at}/assignments`, { link });
  expect(second.status).toBe(200);
  expect(second.told).toEqual(first.told);
  for (const [link, says] of [
    ["/labs/network?passes=30", "asks for nothing"],
    ["/labs/nothing?assignment=1", "no link"],
    ["javascript:alert(1)", "no link"],
    ["/labs/network?assignment=2&title=a", "version"],
  ]) {
    const { status, told } = await teacher.post(`${at}/assignments`, { link });
    expect(status).toBe(400);
    expect(told.problem).toContain(says);
  }
});

test("a class takes forty assignments and no more", async () => {
  const { teacher, at } = await openClass();
  const add = (n: number) =>
    teacher.post(`${at}/assignments`, {
      link: canonical(`/labs/network?assignment=1&title=No+${n}`),
    });
  for (let n = 0; n < 40; n += 1) expect((await add(n)).status).toBe(201);
  expect((await add(40)).status).toBe(409);
  expect((await add(0)).status).toBe(200);
});

test("a receipt handed in twenty times at once is there once", async () => {
  const { teacher, learner, at, assignment } = await openSchool();
  const receipt = { key: key("one"), assignment, packed: await packed("Ada") };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => learner.post(`${at}/hand-in`, receipt)),
  );
  expect(answers.filter(({ status }) => status === 201).length).toBe(1);
  expect(answers.filter(({ status }) => status === 200).length).toBe(19);
  expect(new Set(answers.map(({ told }) => told.id)).size).toBe(1);
  const board = responses.board.parse((await teacher.get(`${at}/board`)).told);
  expect(board.receipts.map(({ id }) => id)).toEqual([answers[0]?.told.id]);
});

test("a key that was used for another receipt is refused", async () => {
  const { learner, at, assignment } = await openSchool();
  const receipt = { key: key("k"), assignment, packed: await packed("Ada") };
  await learner.post(`${at}/hand-in`, receipt);
  const other = { ...receipt, packed: await packed("Bo") };
  expect((await learner.post(`${at}/hand-in`, other)).status).toBe(409);
});

test("the fifty-first receipt of an assignment is refused", async () => {
  const { learner, at, assignment } = await openSchool();
  const text = await packed("Ada");
  const hand = (n: number) =>
    learner.post(`${at}/hand-in`, { key: key(`n${n}`), assignment, packed: text });
  for (let n = 0; n < 50; n += 1) expect((await hand(n)).status).toBe(201);
  expect((await hand(50)).status).toBe(409);
  expect((await hand(7)).status).toBe(200);
});

test("a receipt is handed in only for an assignment of the learner’s own class", async () => {
  const { learner, at } = await openSchool();
  const { assignment: elsewhere } = await openSchool();
  const text = await packed("Ada");
  for (const assignment of [elsewhere, "x".repeat(22)]) {
    const receipt = { key: key("k"), assignment, packed: text };
    expect((await learner.post(`${at}/hand-in`, receipt)).status).toBe(404);
  }
});

test("a receipt’s text is for its teacher and its learner alone", async () => {
  const { teacher, learner, learnerId, at, code, assignment } = await openSchool("Ada");
  const text = await packed("Ada");
  const receipt = { key: key("k"), assignment, packed: text };
  const { told } = await learner.post(`${at}/hand-in`, receipt);
  const path = `${at}/receipts/${told.id}`;
  for (const browser of [teacher, learner]) {
    const answer = await browser.get(path);
    expect(answer.status).toBe(200);
    expect(answer.told).toEqual({ packed: text, learner: learnerId, name: "Ada", link });
  }
  const { browser: mate } = await joinClass(code, "Bo");
  expect((await mate.get(path)).status).toBe(404);
  expect((await openBrowser().get(path)).status).toBe(403);
  const { teacher: colleague } = await openSchool();
  expect((await colleague.get(path)).status).toBe(403);
});

test("the board tells receipts once more only where they have changed", async () => {
  const { teacher, learner, at, assignment } = await openSchool("Ada");
  const receipt = { key: key("k"), assignment, packed: await packed("Ada") };
  const { told } = await learner.post(`${at}/hand-in`, receipt);
  const read = async (since: number) =>
    responses.board.parse((await teacher.get(`${at}/board?since=${since}`)).told);
  const first = await read(0);
  expect(first.receipts.map(({ id }) => id)).toEqual([told.id]);
  expect(first.learners.map(({ name }) => name)).toEqual(["Ada"]);
  expect(first.now).toBeLessThanOrEqual(Date.now());
  const later = await read(Date.now() + 60_000);
  expect(later.receipts).toEqual([]);
  expect(later.assignments.length).toBe(1);
  for (const since of ["-1", "x", "1e3", "9".repeat(16)]) {
    expect((await teacher.get(`${at}/board?since=${since}`)).status).toBe(400);
  }
});

test("a receipt that another process dated before, and kept after, is not missed", async () => {
  const { teacher, learnerId, id, at, assignment } = await openSchool("Ada");
  const read = async (since: number) =>
    responses.board.parse((await teacher.get(`${at}/board?since=${since}`)).told);
  const first = await read(0);
  const { store } = await site.open();
  const receipt = { id: newId(), key: key("k"), assignment, learner: learnerId };
  const received = Date.now() - 15_000;
  const row = { ...receipt, packed: "A", received, work: null };
  expect((await store.handIn(id, row, 50)).kind).toBe("taken");
  const next = await read(first.now);
  expect(next.receipts.map(({ id }) => id)).toEqual([receipt.id]);
});

test("a browser that left a class is its learner's no more, and what came in stays", async () => {
  const { teacher, learner, at, assignment } = await openSchool("Ada");
  const receipt = { key: key("k"), assignment, packed: await packed("Ada") };
  await learner.post(`${at}/hand-in`, receipt);
  expect((await learner.remove(`${at}/mine`)).status).toBe(204);
  expect(learner.cookies.size).toBe(0);
  expect((await learner.get(`${at}/mine`)).status).toBe(403);
  expect((await learner.remove(`${at}/mine`)).status).toBe(403);
  const board = responses.board.parse((await teacher.get(`${at}/board?since=0`)).told);
  expect(board.receipts.length).toBe(1);
});

test("a learner sees what the class asks for and what they handed in", async () => {
  const { teacher, learner, at, code, assignment } = await openSchool("Ada");
  const receipt = { key: key("k"), assignment, packed: await packed("Ada") };
  await learner.post(`${at}/hand-in`, receipt);
  const { browser: mate } = await joinClass(code, "Bo");
  const mine = responses.mine.parse((await learner.get(`${at}/mine`)).told);
  expect(mine).toMatchObject({ className: "5b", name: "Ada" });
  expect(mine.assignments.map(({ link }) => link)).toEqual([link]);
  expect(mine.receipts.length).toBe(1);
  const theirs = responses.mine.parse((await mate.get(`${at}/mine`)).told);
  expect(theirs.receipts).toEqual([]);
  const more = canonical("/labs/network?assignment=1&title=More");
  await teacher.post(`${at}/assignments`, { link: more });
  const renewed = responses.mine.parse((await mate.get(`${at}/mine`)).told);
  expect(renewed.assignments.map(({ link }) => link)).toEqual([link, more]);
});

test("answers are judged by the server, and the first one counts", async () => {
  const { teacher, learner, learnerId, at } = await openSchool();
  const questions = (await readAllQuestions()).flatMap((lesson) => lesson.questions);
  const asked = questions.find(({ kind }) => kind === "one");
  if (asked?.kind !== "one") throw new Error("No question has one right option.");
  const right = String(asked.options.findIndex((option) => option.right));
  const wrong = String(asked.options.findIndex((option) => !option.right));
  const send = (first: string, latest: string, when: number, took?: number) => {
    const answer = { question: asked.id, first, latest, at: when, took };
    return learner.post(`${at}/answers`, { answers: [answer] });
  };
  expect((await send(wrong, right, 1000, 4200)).status).toBe(204);
  expect((await send(right, wrong, 500)).status).toBe(204);
  expect((await send(wrong, right, 1000)).status).toBe(204);
  const read = async () => (await teacher.get(`${at}/answers`)).told;
  const kept = { learner: learnerId, question: asked.id, first: wrong, latest: right };
  const judged = { firstRight: false, right: true, at: 1000, took: 4200 };
  expect(await read()).toEqual({ answers: [{ ...kept, ...judged }] });
  await send(right, "=\u0000", 8e15);
  const { answers } = responses.answers.parse(await read());
  expect(answers[0]).toMatchObject({ first: wrong, latest: "= ", right: false });
  expect(answers[0]?.at).toBeLessThanOrEqual(Date.now());
});

test("an answer to a question that the course does not have is refused by name", async () => {
  const { teacher, learner, at } = await openSchool();
  const answer = { question: "no-such-question", first: "0", latest: "0", at: 1 };
  const { status, told } = await learner.post(`${at}/answers`, { answers: [answer] });
  expect(status).toBe(400);
  expect(told.problem).toContain("no-such-question");
  expect((await teacher.get(`${at}/answers`)).told).toEqual({ answers: [] });
});

test("what a teacher deletes is gone, with all in it", async () => {
  const { teacher, learner, learnerId, at, code, assignment } = await openSchool("Ada");
  const text = await packed("Ada");
  const receipt = { key: key("k"), assignment, packed: text };
  await learner.post(`${at}/hand-in`, receipt);
  expect((await teacher.remove(`${at}/assignments/${assignment}`)).status).toBe(204);
  const empty = responses.board.parse((await teacher.get(`${at}/board`)).told);
  expect([empty.assignments, empty.receipts]).toEqual([[], []]);
  expect((await learner.post(`${at}/hand-in`, receipt)).status).toBe(404);
  expect((await teacher.remove(`${at}/learners/${learnerId}`)).status).toBe(204);
  expect((await learner.get(`${at}/mine`)).status).toBe(403);
  expect((await joinClass(code, "Ada")).learner).not.toBe(learnerId);
  const gone = await teacher.remove(at);
  expect(gone.status).toBe(204);
  expect(gone.headers.getSetCookie()[0]).toContain("Max-Age=0");
  expect((await teacher.get(`${at}/board`)).status).toBe(404);
  expect((await openBrowser().post("/api/join", { code, name: "A" })).status).toBe(404);
});

test("only the teacher does what is the teacher’s", async () => {
  const { learner, learnerId, at, assignment } = await openSchool();
  const { teacher: colleague, learner: pupil } = await openSchool();
  for (const browser of [learner, pupil, colleague, openBrowser()]) {
    const answers = [
      await browser.get(`${at}/board`),
      await browser.get(`${at}/answers`),
      await browser.post(`${at}/secret`),
      await browser.post(`${at}/assignments`, { link }),
      await browser.remove(`${at}/assignments/${assignment}`),
      await browser.remove(`${at}/learners/${learnerId}`),
      await browser.post(`${at}/learners/${learnerId}/code`),
      await browser.remove(at),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
  }
});

test("ids of what is not there are told to be unknown", async () => {
  const { teacher, at } = await openSchool();
  const none = "n".repeat(22);
  for (const id of [none, "short", "%00", "x".repeat(41)]) {
    const answers = [
      await teacher.get(`/api/classes/${id}/board`),
      await teacher.get(`/api/classes/${id}/mine`),
      await teacher.post(`/api/classes/${id}/enter`, { secret: "s".repeat(32) }),
      await teacher.remove(`/api/classes/${id}`),
      await teacher.post(`${at}/learners/${id}/code`),
      await teacher.get(`${at}/receipts/${id}`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  }
});

test("no answer is kept by a cache or tells another site where it came from", async () => {
  const { teacher, at } = await openClass();
  const answers = [
    await teacher.get(`${at}/board`),
    await teacher.get(`${at}/receipts/none`),
    await teacher.post(`${at}/assignments`, { link: 5 }),
    await teacher.remove(at),
  ];
  for (const { headers } of answers) {
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  }
});
