import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { responses } from "@/content/class/messages";
import { pack } from "@/labs/receipt/packed";
import { trainReceipt } from "../../labs/receipt/train-receipt";
import { times } from "../../soak";
import { openBrowser } from "./browser";
import { bank, marker as key, writeBank } from "./graded-file";
import { type Dice, type Ids, randomRequest, seeded } from "./random-requests";
import { canonical, link, openSchool } from "./school";
import { openSite, served } from "./site";

let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  site = await openSite(1_000_000);
  writeBank(site.folder);
});
afterAll(() => site.close());

const requestCount = times(3000, 32_000);

/** The longest that an answer may take, in milliseconds. */
const longest = 200;

const marker = "Unheard-of";

const questions = bank.map(({ id }) => id);

const quizLink = canonical(
  `/labs/network?assignment=1&quiz=${questions.join(".")}&tries=2&minutes=5`,
);

type School = Awaited<ReturnType<typeof openSchool>> & {
  receipt: string;
  /** The id of an assignment with a graded quiz, which the learner has begun. */
  quiz: string;
};

const packed = await pack(trainReceipt(link, "Ada"));

async function openFull(name: string): Promise<School> {
  const school = await openSchool(name);
  const key = "the-first-of-all-keys";
  const { assignment, learner, at } = school;
  const { told } = await learner.post(`${at}/hand-in`, { key, assignment, packed });
  const asked = await school.teacher.post(`${at}/assignments`, { link: quizLink });
  const quiz = String(asked.told.id);
  await learner.post(`${at}/assignments/${quiz}/quiz`);
  const answer = { question: "bank-one", try: 1, text: "0", took: 7 };
  await learner.post(`${at}/assignments/${quiz}/quiz/answers`, answer);
  return { ...school, receipt: String(told.id), quiz };
}

/** All that the teacher can see of a class. */
async function seen({ secret, at }: School) {
  const teacher = openBrowser();
  const entered = await teacher.post(`${at}/enter`, { secret });
  const { told } = await teacher.get(`${at}/board?since=0`);
  const { now: _, ...board } = responses.board.parse(told);
  const answers = (await teacher.get(`${at}/answers`)).told;
  const quizzes = (await teacher.get(`${at}/quiz`)).told;
  return { entered: entered.status, board, answers, quizzes };
}

const cookiesOf = ({ teacher, learner }: School) =>
  [...teacher.cookies, ...learner.cookies].map(([name, { value }]) => `${name}=${value}`);

/** Cookies of the sender, of nobody, and some of the sender's under the other's names. */
function cookieFor(own: School, other: School, dice: Dice): string {
  const mine = cookiesOf(own);
  const renamed = mine.map((pair) => pair.replace(own.id, other.id));
  const broken = mine.map((pair) => `${pair.slice(0, -1)}~`);
  const long = [`teacher-${other.id}=${"x".repeat(9000)}`, "=;==;;", 'a="b'];
  return dice
    .one([mine, mine, [...mine, ...renamed], renamed, broken, long, []])
    .join("; ");
}

const idsOf = (own: School, other: School): Ids => ({
  class: [own.id, own.id, other.id],
  assignment: [own.assignment, own.quiz, own.quiz, other.assignment, other.quiz],
  question: [...questions, "no-such-question"],
  learner: [own.learnerId, other.learnerId],
  receipt: [own.receipt, other.receipt, own.assignment],
  secret: [own.secret, `${other.secret.slice(1)}A`],
  code: [own.code, own.code.toLowerCase(), "0000-0000"],
});

async function answered(request: Request) {
  const start = performance.now();
  const response = await served(request);
  const text = await response.text();
  return { status: response.status, text, time: performance.now() - start };
}

test("no random request breaks the site, or reaches into another class", async () => {
  const logged = vi.spyOn(console, "error");
  onTestFinished(() => logged.mockRestore());
  const other = await openFull(`${marker} learner`);
  const { checks } = await site.open();
  await vi.waitFor(async () => {
    expect((await seen(other)).board.receipts[0]?.outcome).not.toBe(null);
  }, 20_000);
  const before = await seen(other);
  const dice = seeded(20_261_123);
  let own = await openFull("Ada");
  const statuses = new Map<number, number>();
  const slow: [string, number][] = [];
  for (let n = 0; n < requestCount; n += 1) {
    // Its teacher's own requests may have ended the one before.
    if (n % 200 === 199) own = await openFull("Ada");
    const cookie = cookieFor(own, other, dice);
    const { request, classId } = randomRequest(idsOf(own, other), cookie, dice);
    const what = `${n}: ${request.method} ${request.url}`;
    const again = request.clone();
    const { status, text, time } = await answered(request);
    // A busy machine may stop for once; a request that is slow by itself is so again.
    if (time > longest) slow.push([what, (await answered(again)).time]);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    expect([what, status]).not.toEqual([what, 500]);
    expect(text).not.toContain(marker);
    expect(text).not.toContain(other.secret);
    // The keys of graded questions are told to the teacher alone.
    if (text.includes(key)) expect(what).toMatch(`GET http://school.test${own.at}/quiz`);
    if (classId === other.id) expect([what, status >= 400]).toEqual([what, true]);
    if (status >= 400) responses.problem.parse(JSON.parse(text));
  }
  await checks.idle();
  expect(logged).not.toHaveBeenCalled();
  expect(await seen(other)).toEqual(before);
  expect(slow.filter(([, time]) => time > longest)).toEqual([]);
  for (const status of [200, 201, 204, 400, 403, 404, 413, 415]) {
    expect([status, statuses.has(status)]).toEqual([status, true]);
  }
}, 300_000);
