// Tells platforms the grades that have changed, each until its platform has it. What is due is
// in the store: it outlives this process, and another one's turn is left to it.
import { classServer, hasClasses } from "../../class-server";
import { logFault } from "../../log";
import { hashOf } from "../../secrets";
import type {
  LtiRegistration,
  LtiScore,
  LtiScoreWork,
  SiteStore,
} from "../../store/lti-store";
import type { PlatformAnswer } from "../ask-platform";
import { askService, retryAfter } from "./access-tokens";
import { type Score, scoreOf } from "./grade-score";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How many scores are on their way at once. */
const atOnce = 4;

/** A grade is left to the process that took it for this long: no try takes longer. */
const lease = 2 * minute;

/** The longest pause that a platform is given where it asks for one. */
const longestWait = 24 * hour;

/** From this many tries on the teachers hear that the platform does not answer. */
const triesUntold = 4;

const scoreScope = "https://purl.imsglobal.org/spec/lti-ags/scope/score";

/** Up to here no platform minds a comment; a longer one may be what it refuses. */
const shortComment = 1000;

/** How long to wait after so many tries, in milliseconds. */
export const pauseAfter = (tries: number) =>
  Math.min(hour, 15 * second * 2 ** Math.min(tries - 1, 10));

/** The address to which a line item's scores are posted; its query stays. */
export function scoresUrl(lineItemUrl: string): string {
  const address = new URL(lineItemUrl);
  address.pathname = `${address.pathname.replace(/\/$/, "")}/scores`;
  return address.href;
}

/** What became of a try. */
type Tried =
  | { kind: "told" }
  /** `wait`: what the platform asks for. `all`: its other scores would fare alike. */
  | { kind: "later"; wait: number | null; all: boolean; trouble: string | null }
  | { kind: "stopped"; trouble: string };

const stopped = (trouble: string): Tried => ({ kind: "stopped", trouble });

function readAnswer(
  { status, at, ...answer }: PlatformAnswer & { at: "token" | "service" },
  again: boolean,
  now: number,
): Tried {
  const later = (all: boolean, trouble: string | null): Tried => ({
    ...{ kind: "later", wait: retryAfter({ status, ...answer }, now), all, trouble },
  });
  if (status === 429 || status >= 500 || status === 408) return later(true, null);
  if (at === "token") {
    return later(
      true,
      `The LMS gives this site no access to its grades (${status}): its administrator finds the values to compare on this site’s page /lti.`,
    );
  }
  if (status >= 200 && status < 300) return { kind: "told" };
  // An earlier try may have arrived, and its answer been lost.
  if (status === 409 && again) return { kind: "told" };
  switch (status) {
    case 401:
      return later(true, "The LMS does not accept this site’s access to its grades.");
    case 409:
      return stopped("The LMS has a newer grade of its own, and keeps it.");
    case 403:
      return stopped("The LMS does not let this site write this grade.");
    case 404:
    case 410:
      return stopped(
        "The LMS has no such learner or column any more: the learner may have left the course.",
      );
    default:
      return stopped(
        `The LMS refused the grade (${status}): the learner may have left the course, or may not be graded in it.`,
      );
  }
}

type Job = { store: SiteStore; registration: LtiRegistration; work: LtiScoreWork };

async function post({ store, registration, work }: Job, score: Score, now: number) {
  const address = scoresUrl(work.lineItemUrl ?? "");
  const send = (body: Score) =>
    askService(store.lti, registration, scoreScope, address, {
      method: "POST",
      headers: { "Content-Type": "application/vnd.ims.lis.v1.score+json" },
      body: JSON.stringify({
        ...body,
        timestamp: new Date(work.changed).toISOString(),
      }),
    });
  const answer = await send(score);
  const { comment = "", ...plain } = score;
  const refused = [400, 413, 422].includes(answer.status) && answer.at === "service";
  const last = refused && comment.length > shortComment ? await send(plain) : answer;
  return readAnswer(last, work.failures > 1, now);
}

async function attempt(job: Job, score: Score, now: number): Promise<Tried> {
  try {
    return await post(job, score, now);
  } catch {
    // No whole answer came: nobody knows whether it arrived.
    return { kind: "later", wait: null, all: true, trouble: null };
  }
}

const silent =
  "The LMS does not answer at present. This site goes on trying, at least once an hour.";

async function tell(store: SiteStore, one: LtiScore, now: number) {
  const { lti } = store;
  const work = await lti.scoreWork(one);
  const registration = work && (await lti.registration(work.registration));
  if (!work || !registration) return;
  const { changed, lineItemUrl, scopes, failures } = work;
  const stop = (trouble: string) =>
    lti.scoreFailed(one, { changed, next: null, trouble });
  const told = await scoreOf(work, now, store.packedOf);
  if (told === "unread") {
    return stop(
      "This version of the site cannot read the assignment, so it has no grade.",
    );
  }
  const { score, again } = told;
  const text = score && hashOf(JSON.stringify(score));
  if (score === null || text === work.sentText) {
    return lti.scoreSent(one, { changed, text: text ?? work.sentText, again });
  }
  if (lineItemUrl === null) {
    return stop(
      "The LMS names no column for this assignment’s grades: its link is to be set up as graded there.",
    );
  }
  if (!scopes.includes(scoreScope)) {
    return stop(
      "The LMS does not let this site send grades: its administrator can allow it.",
    );
  }
  const tried = await attempt({ store, registration, work }, score, now);
  if (tried.kind === "told") return lti.scoreSent(one, { changed, text, again });
  if (tried.kind === "stopped") return stop(tried.trouble);
  const wait = Math.min(longestWait, Math.max(tried.wait ?? 0, pauseAfter(failures)));
  const next = now + wait;
  const trouble = tried.trouble ?? (failures >= triesUntold ? silent : null);
  await lti.scoreFailed(one, { changed, next, trouble });
  if (tried.all) await lti.holdScores(registration.id, next);
}

/**
 * Tells all that is due. A grade that cannot be told is due again later, by the store; a fault
 * of one keeps no other.
 */
export async function tellDueScores(store: SiteStore, clock = Date.now): Promise<void> {
  while (await store.lti.hasDueScores(clock())) {
    const now = clock();
    const claimed = await store.lti.claimScores(now, now + lease, atOnce);
    if (claimed.length === 0) return;
    const done = await Promise.allSettled(claimed.map((one) => tell(store, one, now)));
    for (const one of done) {
      if (one.status === "rejected") logFault("grade to an LMS", one.reason);
    }
  }
}

/** How often it is looked whether anything is due, and whether there is any platform. */
const often = 5 * second;

/**
 * From now on this process tells platforms the grades that change. Where none is registered,
 * it looks once a minute whether one is.
 */
export function startGradeSender() {
  let busy = false;
  let looked = Number.NEGATIVE_INFINITY;

  async function look() {
    if (!globalThis.nextPassClassServer && !hasClasses()) return;
    if (performance.now() - looked < minute) return;
    const { store } = await classServer();
    const registered = (await store.lti.registrations()).length > 0;
    if (!registered) looked = performance.now();
    else await tellDueScores(store);
  }

  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    look()
      .catch((error) => logFault("grades to LMSs", error))
      .finally(() => {
        busy = false;
      });
  }, often);
  timer.unref();
}
