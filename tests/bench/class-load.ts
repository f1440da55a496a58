// A class on the built site: 1,000 learners hand in within a minute, each from a session of
// their own, while the teacher's board is open; then a board of 10,000 receipts.
import type { Page } from "@playwright/test";
import { responses } from "@/content/class/messages";
import { linkOf } from "@/labs/assignment/assignment-link";
import { pack } from "@/labs/receipt/packed";
import { assignmentOf, trainReceipt } from "../labs/receipt/train-receipt";
import { findPostgres, freshDatabase, startPostgres } from "../postgres-server";
import { inChromium, inPage } from "./chromium";
import { assign, handIn, inLanes, join, openClass } from "./class-session";
import { onSite } from "./on-site";
import { spreadOf } from "./statistics";

const learners = 1000;
const withinMs = 60_000;

const link = (number: number) =>
  linkOf(
    assignmentOf(
      `/labs/network?assignment=1&title=Circle+${number}&goal=loss_3&lock=data&passes=50&samples=100`,
    ),
  );

async function handIns(site: string) {
  const { teacher, head } = await openClass(site);
  const task = link(0);
  const assignment = await assign(teacher, head.id, task);
  const begunJoining = performance.now();
  const joined = await inLanes(learners, 16, (at) => join(site, head.code, at));
  const joining = performance.now() - begunJoining;
  const packed = await inLanes(learners, 4, (at) =>
    pack(trainReceipt(task, joined[at]!.learner)),
  );

  const board = `/api/classes/${head.id}/board?since=0`;
  let open = true;
  const watching = (async () => {
    const took: number[] = [];
    while (open) {
      took.push((await teacher(board)).took);
      await new Promise((go) => setTimeout(go, 2000));
    }
    return took;
  })();
  // Arrivals are spread evenly by chance, and none waits for another's answer.
  const answers = await Promise.all(
    joined.map(async ({ ask }, at) => {
      await new Promise((go) => setTimeout(go, Math.random() * withinMs));
      return handIn(ask, head.id, assignment, packed[at] ?? "");
    }),
  );
  const handedIn = performance.now();
  let unchecked = learners;
  while (unchecked > 0) {
    await new Promise((go) => setTimeout(go, 500));
    const seen = responses.board.parse(JSON.parse((await teacher(board)).text));
    unchecked = learners - seen.receipts.filter(({ outcome }) => outcome).length;
    const wrong = seen.receipts.find(
      ({ outcome }) => outcome && outcome.verdict !== "confirmed",
    );
    if (wrong) throw new Error(`An honest receipt is ${wrong.outcome?.says}`);
    if (performance.now() - handedIn > 300_000) throw new Error("Checks do not end.");
  }
  const checkedAfter = performance.now() - handedIn;
  open = false;
  const times = answers.map(({ took }) => took).toSorted((a, b) => a - b);
  return {
    learners,
    errors: answers.filter(({ status }) => status !== 201).length,
    joinsPerSecond: (1000 * learners) / joining,
    median: times[Math.floor(times.length / 2)] ?? Number.NaN,
    p99: times[Math.ceil(0.99 * times.length) - 1] ?? Number.NaN,
    slowest: times.at(-1) ?? Number.NaN,
    board: spreadOf(await watching).median,
    checkedAfter,
  };
}

const mostAssignments = 10;

/** Opens the teacher's link and waits until the board has its rows. */
function openBoard(page: Page, site: string, classId: string, secret: string) {
  const url = new URL(`/class#${classId}.${secret}`, site).href;
  return page.goto(url).then(async () => {
    await page.locator("[data-learner]").first().waitFor();
    // Again, as a teacher comes back to it: the cookie is there.
    const begun = performance.now();
    await page.goto(new URL(`/class?c=${classId}`, site).href);
    await page.locator("[data-learner]").first().waitFor();
    return performance.now() - begun;
  });
}

async function largeBoard(site: string) {
  const { teacher, head, secret } = await openClass(site);
  const tasks = Array.from({ length: mostAssignments }, (_, at) => link(at + 1));
  const assignments: string[] = [];
  for (const task of tasks) assignments.push(await assign(teacher, head.id, task));
  await inLanes(learners, 16, async (at) => {
    const { ask, learner } = await join(site, head.code, at);
    for (const [which, task] of tasks.entries()) {
      const packed = await pack(trainReceipt(task, learner, { passes: 2 }));
      const { status } = await handIn(ask, head.id, assignments[which] ?? "", packed);
      if (status !== 201) throw new Error(`A receipt was not taken: ${status}`);
    }
  });
  const answer = await teacher(`/api/classes/${head.id}/board?since=0`);
  const opening = await inChromium("cpu", (browser) =>
    inPage(browser, "about:blank", async (page) => {
      const times: number[] = [];
      for (let time = 0; time < 5; time += 1) {
        times.push(await openBoard(page, site, head.id, secret));
      }
      return spreadOf(times);
    }),
  );
  return {
    receipts: learners * mostAssignments,
    bytes: answer.text.length,
    answered: answer.took,
    opening,
  };
}

export type HandIns = Awaited<ReturnType<typeof handIns>>;

export type ClassLoad = {
  sqlite: HandIns;
  /** Null where there is no PostgreSQL. */
  postgres: HandIns | null;
  board: Awaited<ReturnType<typeof largeBoard>>;
};

async function onPostgres(): Promise<HandIns | null> {
  const bin = findPostgres();
  if (!bin) return null;
  const server = await startPostgres(bin);
  try {
    const databaseUrl = await freshDatabase(server.url);
    return await onSite(({ url }) => handIns(url), { DATABASE_URL: databaseUrl });
  } finally {
    await server.stop();
  }
}

/** Measures a class on the site as it was last built. */
export async function classLoad(): Promise<ClassLoad> {
  const postgres = await onPostgres();
  return onSite(async ({ url }) => ({
    sqlite: await handIns(url),
    postgres,
    board: await largeBoard(url),
  }));
}
