// What teachers decide about work: due dates, closing dates, marks, changed assignments; and
// a class that is copied.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { responses } from "@/content/class/messages";
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

type School = Awaited<ReturnType<typeof openSchool>>;

const key = (text: string) => text.padEnd(20, "-");
const day = 86_400_000;

const boardOf = async ({ teacher, at }: Pick<School, "teacher" | "at">) =>
  responses.board.parse((await teacher.get(`${at}/board?since=0`)).told);

const mineOf = async ({ learner, at }: Pick<School, "learner" | "at">) =>
  responses.mine.parse((await learner.get(`${at}/mine`)).told);

const extend = ({ teacher, at, assignment, learnerId }: School, due: unknown) =>
  teacher.put(`${at}/assignments/${assignment}/extensions/${learnerId}`, { due });

const markPath = ({ at, assignment, learnerId }: School) =>
  `${at}/assignments/${assignment}/marks/${learnerId}`;

const mark = {
  points: 1.5,
  verdict: "accepted",
  reason: "seen in class",
  comment: "Fine.",
};

test("an extension is told to its learner and on the board, and can be taken back", async () => {
  const school = await openSchool();
  const { assignment, learnerId } = school;
  expect((await extend(school, "2030-05-01")).status).toBe(204);
  expect((await extend(school, "2030-05-01T18:00Z")).status).toBe(204);
  const due = "2030-05-01T18:00Z";
  expect((await boardOf(school)).extensions).toEqual([
    { assignment, learner: learnerId, due },
  ]);
  expect((await mineOf(school)).extensions).toEqual([{ assignment, due }]);
  expect((await extend(school, null)).status).toBe(204);
  expect((await mineOf(school)).extensions).toEqual([]);
  for (const due of ["2030-02-30", "soon", 5, "", undefined]) {
    expect((await extend(school, due)).status).toBe(400);
  }
});

test("nothing is granted to who is not in the class, or for what it does not ask", async () => {
  const [school, other] = [await openSchool(), await openSchool()];
  const none = "n".repeat(22);
  for (const strange of [
    { ...school, learnerId: other.learnerId },
    { ...school, assignment: other.assignment },
    { ...school, learnerId: none },
    { ...school, assignment: "short" },
  ]) {
    expect((await extend(strange, "2030-05-01")).status).toBe(404);
    expect((await school.teacher.put(markPath(strange), mark)).status).toBe(404);
  }
});

test("a mark shows its learner the comment, and the reason to teachers alone", async () => {
  const school = await openSchool();
  const { teacher, assignment, learnerId, at } = school;
  const co = responses.teacherAdded.parse(
    (await teacher.post(`${at}/teachers`, { name: "Grace" })).told,
  );
  const grace = openBrowser();
  await grace.post(`${at}/enter`, { secret: co.secret });
  await teacher.put(markPath(school), { ...mark, points: null });
  const { told } = await grace.put(markPath(school), mark);
  expect(responses.marked.parse(told).mark).toMatchObject({ ...mark, by: "Grace" });
  const [own] = (await mineOf(school)).marks;
  expect(own).toMatchObject({ assignment, points: 1.5, comment: "Fine.", by: "Grace" });
  expect(JSON.stringify((await school.learner.get(`${at}/mine`)).told)).not.toContain(
    mark.reason,
  );
  expect((await boardOf(school)).marks).toEqual([
    expect.objectContaining({ ...mark, learner: learnerId }),
  ]);
  expect((await teacher.remove(markPath(school))).status).toBe(204);
  expect((await mineOf(school)).marks).toEqual([]);
});

test("a mark is within its limits, or is not taken", async () => {
  const school = await openSchool();
  const put = (change: object) =>
    school.teacher.put(markPath(school), { ...mark, ...change });
  const odd = [
    ...[{ points: -1 }, { points: 0.3 }, { points: 10_001 }, { points: "1" }],
    ...[{ verdict: "confirmed" }, { reason: "r".repeat(501) }, { more: 1 }],
    ...[{ comment: "c".repeat(1001) }, { reason: undefined }],
  ];
  for (const change of odd)
    expect([change, (await put(change)).status]).toEqual([change, 400]);
  const long = { reason: "r".repeat(500), comment: "😀".repeat(500), points: 10_000 };
  expect((await put(long)).status).toBe(200);
  expect((await put({ comment: "a\u0000b\ud800" })).told.mark).toMatchObject({
    comment: "a b",
  });
});

test("nothing is handed in after the closing date, but by who has longer", async () => {
  const school = await openSchool();
  const { teacher, learner, at, assignment } = school;
  const hand = (text: string) =>
    learner.post(`${at}/hand-in`, { key: key(text), assignment, packed: "A" });
  const close = (closes: unknown) =>
    teacher.patch(`${at}/assignments/${assignment}`, { closes });
  expect((await hand("first")).status).toBe(201);
  const closes = Date.now() - 1;
  expect((await close(closes)).told.assignment).toMatchObject({ closes });
  expect((await mineOf(school)).assignments[0]?.closes).toBe(closes);
  const late = await hand("late");
  expect([late.status, late.told.problem]).toEqual([
    409,
    "This assignment takes no more receipts: its closing date is over.",
  ]);
  // One that was taken in time is told so, however late it is sent again.
  expect((await hand("first")).status).toBe(200);
  await extend(school, new Date(Date.now() + day).toISOString().slice(0, 10));
  expect((await hand("late")).status).toBe(201);
  await extend(school, null);
  expect((await hand("later")).status).toBe(409);
  await close(null);
  expect((await hand("later")).status).toBe(201);
  for (const odd of [-1, 1.5, "tomorrow"]) expect((await close(odd)).status).toBe(400);
});

test("a receipt that comes after the due date is taken, and dated", async () => {
  const { teacher, at, code } = await openClass();
  const due = canonical("/labs/network?assignment=1&title=Late&due=2020-01-01");
  const { told } = await teacher.post(`${at}/assignments`, { link: due });
  const { browser } = await joinClass(code, "Ada");
  const before = Date.now();
  const receipt = { key: key("k"), assignment: told.id, packed: "A" };
  expect((await browser.post(`${at}/hand-in`, receipt)).status).toBe(201);
  const [handed] = (await boardOf({ teacher, at })).receipts;
  expect(handed?.received).toBeGreaterThanOrEqual(before);
});

test("what was handed in is judged anew by the goals that an assignment is changed to", async () => {
  const school = await openSchool("Ada");
  const { teacher, learner, at, assignment } = school;
  const ada = { name: "Ada", id: school.learnerId };
  const packed = await pack(trainReceipt(link, ada));
  await learner.post(`${at}/hand-in`, { key: key("k"), assignment, packed });
  const verdict = async () => (await boardOf(school)).receipts[0]?.outcome?.verdict;
  await vi.waitFor(async () => expect(await verdict()).toBe("confirmed"), 20_000);
  const harder = link.replace("loss_9", "loss_0.00001").replace("Two+arms", "Harder");
  const changed = await teacher.patch(`${at}/assignments/${assignment}`, {
    link: harder,
  });
  expect(changed.status).toBe(200);
  expect(responses.reassigned.parse(changed.told).assignment.link).toBe(harder);
  await vi.waitFor(async () => expect(await verdict()).toBe("not met"), 20_000);
  expect((await mineOf(school)).assignments[0]?.link).toBe(harder);
  await teacher.patch(`${at}/assignments/${assignment}`, { link });
  await vi.waitFor(async () => expect(await verdict()).toBe("confirmed"), 20_000);
});

test("an assignment’s run and locks stay, whatever else is changed", async () => {
  const { teacher, at, assignment } = await openSchool();
  const put = (link: string) =>
    teacher.patch(`${at}/assignments/${assignment}`, { link });
  const other = [
    link.replace("passes=30", "passes=31"),
    link.replace("lock=data-passes", "lock=data"),
    link.replace("/network", "/loss"),
    `${link}&seed=5`,
  ];
  for (const text of other) {
    const { status, told } = await put(text);
    expect([text, status]).toEqual([text, 400]);
    expect(told.problem).toMatch(/stay|cannot|keeps|no /);
  }
  expect((await put("/labs/network")).status).toBe(400);
  expect((await put(`${link}&utm=1`)).status).toBe(400);
  const extra = "&due=2030-01-01&quiz=a-question&tries=2&minutes=5&note=New";
  expect((await put(canonical(link + extra))).status).toBe(200);
  const { told } = await teacher.post(`${at}/assignments`, { link });
  const twin = await teacher.patch(`${at}/assignments/${told.id}`, {
    link: canonical(link + extra),
  });
  expect([twin.status, twin.told.problem]).toEqual([
    409,
    "The class has this very assignment already: delete one of the two.",
  ]);
});

test("a deleted assignment is asked of nobody any more, at once", async () => {
  const school = await openSchool();
  const { teacher, at, assignment } = school;
  expect((await mineOf(school)).assignments.length).toBe(1);
  await teacher.remove(`${at}/assignments/${assignment}`);
  expect((await mineOf(school)).assignments).toEqual([]);
  const { told } = await teacher.post(`${at}/assignments`, { link });
  expect((await mineOf(school)).assignments.map(({ id }) => id)).toEqual([told.id]);
});

test("the assignments of a class are read anew after two seconds, for other processes", async () => {
  const school = await openSchool();
  expect((await mineOf(school)).assignments.length).toBe(1);
  const { store } = await site.open();
  await store.deleteAssignment(school.id, school.assignment);
  const gone = async () => expect((await mineOf(school)).assignments).toEqual([]);
  await vi.waitFor(gone, { timeout: 10_000, interval: 100 });
});

test("a class is copied without its learners, and without closing dates", async () => {
  const school = await openSchool();
  const { teacher, at, assignment } = school;
  await teacher.patch(at, { door: "roster", approval: true });
  await teacher.patch(`${at}/assignments/${assignment}`, { closes: 1 });
  const { status, told } = await teacher.post(`${at}/copy`, { name: "Next year" });
  expect(status).toBe(201);
  const { class: copied } = responses.opened.parse(told);
  expect(copied).toMatchObject({ name: "Next year", door: "roster", approval: true });
  expect(copied.expires - copied.created).toBe(365 * day);
  const board = await boardOf({ teacher, at: `/api/classes/${copied.id}` });
  expect(board.learners).toEqual([]);
  expect(board.assignments.map(({ link, closes }) => [link, closes])).toEqual([
    [link, null],
  ]);
  expect(board.assignments[0]?.id).not.toBe(assignment);
  expect((await boardOf(school)).assignments.length).toBe(1);
});
