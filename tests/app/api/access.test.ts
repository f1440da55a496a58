// Who may do what: every route, asked by everybody, on both stores.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { phases } from "@/content/class/ballot-messages";
import { responses } from "@/content/class/messages";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { freshDatabase } from "../../postgres-server";
import { postgres } from "../server/store/store-places";
import { type Browser, openBrowser } from "./browser";
import { bank, writeBank } from "./graded-file";
import { canonical, joinClass, link, openClass } from "./school";
import { openSite, routes } from "./site";

const quizLink = canonical(`/labs/network?assignment=1&quiz=${bank[0]?.id}&tries=9`);

const questions = (await readAllQuestions()).flatMap((lesson) => lesson.questions);

/** A class with everybody in it, and another one beside it. */
async function openWorld() {
  const { teacher: owner, ...opened } = await openClass();
  const { at } = opened;
  const [asked, quizzed] = await Promise.all(
    [link, quizLink].map(async (link) => {
      const { told } = await owner.post(`${at}/assignments`, { link });
      return responses.assigned.parse(told).id;
    }),
  );
  const made = responses.teacherAdded.parse(
    (await owner.post(`${at}/teachers`, { name: "Co" })).told,
  );
  const colleague = openBrowser();
  await colleague.post(`${at}/enter`, { secret: made.secret });
  const { browser: learner, learner: learnerId } = await joinClass(opened.code, "Ada");
  const [voted, other] = questions.filter(({ kind }) => kind === "predict");
  if (voted?.kind !== "predict" || !other) throw new Error("No predictions.");
  const put = await owner.post(`${at}/ballots`, { question: voted.id });
  const ballot = responses.ballotOpened.parse(put.told).id;
  const receipt = { key: "k".repeat(20), assignment: asked, packed: "A" };
  const handed = await learner.post(`${at}/hand-in`, receipt);
  await learner.post(`${at}/assignments/${quizzed}/quiz`);
  await owner.patch(at, { approval: true, measured: true });
  const { browser: waiting } = await joinClass(opened.code, "Bo");
  const elsewhere = await openClass("6c");
  const { browser: pupil } = await joinClass(elsewhere.code, "Eve");
  const file = (await owner.get(`${at}/export`)).bytes;
  if (asked === undefined || quizzed === undefined) throw new Error("No assignments.");
  return {
    ...{ ballot, option: voted.options[0]?.id, prediction: other.id },
    ...{ ...opened, asked, quizzed, learnerId, teacherId: made.id, file },
    receipt: responses.handedIn.parse(handed.told).id,
    people: {
      ...{ owner, colleague, learner, waiting },
      ...{ stranger: openBrowser(), "another teacher": elsewhere.teacher },
      "another’s learner": pupil,
    },
  };
}

type World = Awaited<ReturnType<typeof openWorld>>;
type Person = keyof World["people"];

const everybody: readonly Person[] = [
  ...(["owner", "colleague", "learner", "waiting", "stranger"] as const),
  ...(["another teacher", "another’s learner"] as const),
];
const owner: readonly Person[] = ["owner"];
const teachers: readonly Person[] = ["owner", "colleague"];
const learners: readonly Person[] = ["learner"];
const joined: readonly Person[] = ["learner", "waiting"];
const readers: readonly Person[] = ["owner", "colleague", "learner"];

type Asks = (world: World) => unknown;

const nothing: Asks = () => ({});

const [firstQuestion] = questions;

const mark = { points: 1.5, verdict: "accepted", reason: "seen", comment: "well done" };

/** Who may ask each route, and a body that it takes. */
const access: Record<string, readonly [readonly Person[], Asks?]> = {
  "GET /api/health": [everybody],
  "POST /api/classes": [everybody, () => ({ name: "7d" })],
  "POST /api/classes/restore": [everybody],
  "POST /api/recover": [
    everybody,
    ({ recovery }) => ({ code: recovery, key: "r".repeat(20) }),
  ],
  "POST /api/join": [everybody, ({ code }) => ({ code, name: `Guest ${Math.random()}` })],
  "PATCH /api/classes/:id": [teachers, () => ({ name: "5c", door: "closed" })],
  "DELETE /api/classes/:id": [owner],
  "POST /api/classes/:id/enter": [everybody, ({ secret }) => ({ secret })],
  "POST /api/classes/:id/secret": [owner, nothing],
  "POST /api/classes/:id/recovery": [owner, nothing],
  "GET /api/classes/:id/teachers": [owner],
  "POST /api/classes/:id/teachers": [owner, () => ({ name: "Another" })],
  "DELETE /api/classes/:id/teachers/:teacher": [owner],
  "POST /api/classes/:id/copy": [teachers, () => ({ name: "5b again" })],
  "GET /api/classes/:id/export": [teachers],
  "GET /api/classes/:id/board": [teachers],
  "GET /api/classes/:id/answers": [teachers],
  "POST /api/classes/:id/answers": [
    learners,
    () => ({
      answers: [{ question: firstQuestion?.id, first: "0", latest: "0", at: 1 }],
    }),
  ],
  "GET /api/classes/:id/measured": [teachers],
  "GET /api/classes/:id/quiz": [teachers],
  "GET /api/classes/:id/graded": [teachers],
  "GET /api/classes/:id/mine": [joined],
  "PATCH /api/classes/:id/mine": [joined, () => ({ declines: true })],
  "DELETE /api/classes/:id/mine": [joined],
  "POST /api/classes/:id/mine/code": [joined, nothing],
  "POST /api/classes/:id/hand-in": [
    learners,
    ({ asked }) => ({ key: "h".repeat(20), assignment: asked, packed: "B" }),
  ],
  "GET /api/classes/:id/receipts/:receipt": [readers],
  "POST /api/classes/:id/roster": [teachers, () => ({ learners: [{ name: "Cy" }] })],
  "GET /api/classes/:id/lms": [teachers],
  "POST /api/classes/:id/lms/roster": [teachers, nothing],
  "POST /api/classes/:id/codes": [
    teachers,
    ({ learnerId }) => ({ learners: [learnerId] }),
  ],
  "PATCH /api/classes/:id/learners/:learner": [teachers, () => ({ section: "B" })],
  "DELETE /api/classes/:id/learners/:learner": [teachers],
  "POST /api/classes/:id/learners/:learner/code": [teachers, nothing],
  "POST /api/classes/:id/learners/:learner/approve": [teachers, nothing],
  "POST /api/classes/:id/learners/delete": [
    teachers,
    ({ learnerId }) => ({ learners: [learnerId] }),
  ],
  "POST /api/classes/:id/assignments": [teachers, () => ({ link: `${link}&lr=0.5` })],
  "PATCH /api/classes/:id/assignments/:assignment": [teachers, () => ({ closes: 1 })],
  "DELETE /api/classes/:id/assignments/:assignment": [teachers],
  "PUT /api/classes/:id/assignments/:assignment/extensions/:learner": [
    teachers,
    () => ({ due: "2030-01-01" }),
  ],
  "PUT /api/classes/:id/assignments/:assignment/marks/:learner": [teachers, () => mark],
  "DELETE /api/classes/:id/assignments/:assignment/marks/:learner": [teachers],
  "GET /api/classes/:id/assignments/:assignment/quiz": [learners],
  "POST /api/classes/:id/assignments/:assignment/quiz": [learners, nothing],
  "POST /api/classes/:id/assignments/:assignment/quiz/answers": [
    learners,
    () => ({ question: bank[0]?.id, try: 1, text: "0", took: null }),
  ],
  "POST /api/classes/:id/assignments/:assignment/quiz/hand-in": [learners, nothing],
  "GET /api/classes/:id/ballots": [teachers],
  "POST /api/classes/:id/ballots": [
    teachers,
    ({ prediction }) => ({ question: prediction }),
  ],
  "GET /api/classes/:id/ballots/:ballot": [teachers],
  "PATCH /api/classes/:id/ballots/:ballot": [teachers, () => ({ leave: "ended" })],
  "DELETE /api/classes/:id/ballots/:ballot": [teachers],
  "GET /api/classes/:id/room": [learners],
  "PUT /api/classes/:id/room": [
    learners,
    ({ ballot, option }) => ({ ballot, round: 1, option }),
  ],
};

/** All that has to come before a route can do as it is asked. */
const before: Record<string, (world: World) => Promise<unknown>> = {
  "POST /api/classes/:id/ballots": ({ people, at, ballot }) =>
    people.owner.remove(`${at}/ballots/${ballot}`),
  "GET /api/classes/:id/ballots/:ballot": async ({ people, at, ballot }) => {
    for (const leave of phases) {
      await people.owner.patch(`${at}/ballots/${ballot}`, { leave });
    }
  },
};

/** Those of LTI are not there while no platform is registered; their own tests have the rest. */
const ofLti = [
  "GET /api/lti/keys",
  "GET /api/lti/login",
  "POST /api/lti/login",
  "POST /api/lti/launch",
  "POST /api/lti/enter",
  "GET /api/lti/register",
  "POST /api/lti/place",
];

function ask(name: string, browser: Browser, world: World) {
  const [method = "", form = ""] = name.split(" ");
  const path = form
    .replace(":id", world.id)
    .replace(":assignment", form.includes("/quiz") ? world.quizzed : world.asked)
    .replace(":learner", world.learnerId)
    .replace(":teacher", world.teacherId)
    .replace(":receipt", world.receipt)
    .replace(":ballot", world.ballot);
  if (path.endsWith("/restore")) return browser.ask(method, path, { file: world.file });
  const body = access[name]?.[1]?.(world);
  return browser.ask(method, path, body === undefined ? {} : { body });
}

/** All that the owner sees of a class, but for the moment. */
async function seen({ people, at }: World) {
  const board = (await people.owner.get(`${at}/board`)).told;
  const { teachers } = (await people.owner.get(`${at}/teachers`)).told;
  const quizzes = (await people.owner.get(`${at}/quiz`)).told;
  const ballots = (await people.owner.get(`${at}/ballots`)).told;
  return { ...board, now: 0, teachers, quizzes, ballots };
}

test("every route is in the table, and nothing else", () => {
  const names = routes.map(([method, form]) => `${method} ${form}`);
  expect(names.toSorted()).toEqual([...Object.keys(access), ...ofLti].toSorted());
});

const stores = postgres ? (["SQLite", "PostgreSQL"] as const) : (["SQLite"] as const);

describe.each(stores)("on %s", (kind) => {
  let site: Awaited<ReturnType<typeof openSite>>;
  beforeAll(async () => {
    const url = kind === "PostgreSQL" ? await freshDatabase(postgres ?? "") : undefined;
    site = await openSite(1000, url);
    writeBank(site.folder);
  });
  afterAll(() => site.close());

  test("whom a route is not for is refused, and nothing has changed", async () => {
    const world = await openWorld();
    const { checks } = await site.open();
    await checks.idle();
    const before = await seen(world);
    for (const [name, [may]] of Object.entries(access)) {
      for (const person of everybody.filter((one) => !may.includes(one))) {
        const { status, told } = await ask(name, world.people[person], world);
        expect([name, person, status]).toEqual([name, person, 403]);
        expect(told.problem).toMatch(/^[A-Z].*[.]$/);
        expect(Object.keys(told)).toEqual(["problem"]);
      }
    }
    expect(await seen(world)).toEqual(before);
  });

  test("nobody reaches a route of LTI where no platform is registered", async () => {
    const unknown = openBrowser();
    for (const name of ofLti) {
      const [method = "", path = ""] = name.split(" ");
      const { status, told } = await unknown.ask(method, path);
      const problem = "This site has no such address, or it was deleted.";
      expect([name, status, told]).toEqual([name, 404, { problem }]);
    }
  });

  test("whom a route is for is answered", async () => {
    const reused = await openWorld();
    await reused.people.owner.patch(reused.at, { approval: false });
    for (const [name, [may]] of Object.entries(access)) {
      const changes = !name.startsWith("GET") && !/(classes|enter|join)$/.test(name);
      for (const person of may) {
        const world = changes ? await openWorld() : reused;
        // The class’s own file is taken where the class is not.
        if (name.endsWith("/restore")) {
          const { status } = await ask(name, world.people[person], world);
          expect([name, person, status]).toEqual([name, person, 409]);
          await world.people.owner.remove(world.at);
        }
        await before[name]?.(world);
        const { status, told } = await ask(name, world.people[person], world);
        expect([name, person, told.problem, status < 300]).toEqual([
          ...[name, person, undefined, true],
        ]);
      }
    }
  }, 300_000);
});
