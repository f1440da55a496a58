// Tells platforms the grades that have changed, each until its platform has it. What is due is
// in the store: it outlives this process, and another one's turn is left to it.
import { assignmentIn } from "@/components/class/class-assignment";
import { classServer, hasClasses } from "../../class-server";
import { logFault } from "../../log";
import { hashOf } from "../../secrets";
import type {
  LtiRegistration,
  LtiScore,
  LtiScoreWork,
  SiteStore,
} from "../../store/lti-store";
import { askService } from "./access-tokens";
import { type Score, scoreOf } from "./grade-score";
import { lineItemFor } from "./line-item";
import { failureOf, type ServiceFailure, silence } from "./service-failure";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How many scores are on their way to one platform at once. */
const atOnce = 4;

/** A platform is left to the process that took it for this long: no try takes longer. */
const lease = 3 * minute;

/** The longest pause that a platform is given where it asks for one. */
const longestWait = 24 * hour;

/** The longest that all grades wait because none of a few came through. */
const longestHold = 5 * minute;

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

/** A few scores of one platform, and what they share. */
type Batch = {
  store: SiteStore;
  registration: LtiRegistration;
  clock: () => number;
  /** The columns that are looked for or made, by the id of the link. */
  columns: Map<string, ReturnType<typeof lineItemFor>>;
};

const refusal = (status: number) => {
  switch (status) {
    case 409:
      return "The LMS has a newer grade of its own, and keeps it.";
    case 403:
      return "The LMS does not let this site write this grade.";
    case 404:
    case 410:
      return "The LMS has no such learner or column any more: the learner may have left the course.";
    default:
      return `The LMS refused the grade (${status}): the learner may have left the course, or may not be graded in it.`;
  }
};

/** A score, its moment, and where it goes. */
type Letter = {
  score: Score;
  moment: number;
  lineItemUrl: string;
  /** Which try it is, where it may have arrived before; else null. */
  again: number | null;
};

async function post(
  { store, registration, clock }: Batch,
  { score, moment, lineItemUrl, again }: Letter,
): Promise<{ kind: "told" } | ServiceFailure> {
  const send = (body: Score, at: number) =>
    askService(store.lti, registration, scoreScope, scoresUrl(lineItemUrl), {
      method: "POST",
      headers: { "Content-Type": "application/vnd.ims.lis.v1.score+json" },
      body: JSON.stringify({ ...body, timestamp: new Date(at).toISOString() }),
    });
  const first = await send(score, moment);
  // Open edX says 400 of what it has already, and takes it as of later; each change of ours
  // is later by a second at least.
  const isHad = again !== null && first.status === 400 && first.at === "service";
  const at = isHad ? moment + Math.min(again, 999) : moment;
  const second = isHad ? await send(score, at) : first;
  const { comment = "", ...plain } = score;
  const refused = [400, 413, 422].includes(second.status) && second.at === "service";
  const shorter = refused && comment.length > shortComment;
  const answer = shorter ? await send(plain, at) : second;
  const { status } = answer;
  const taken = (status >= 200 && status < 300) || (status === 409 && again !== null);
  if (taken && answer.at === "service") return { kind: "told" };
  return failureOf(answer, refusal(status), clock());
}

/** The column of an assignment, which is looked for, and made, where the platform named none. */
async function columnOf(
  { store, registration, clock, columns }: Batch,
  { link }: LtiScore,
  work: LtiScoreWork,
): ReturnType<typeof lineItemFor> {
  if (work.lineItemUrl !== null) return { kind: "found", url: work.lineItemUrl };
  const asked = assignmentIn(work.assignment.link);
  if (!asked) throw new Error("An assignment that has a score can be read.");
  const { lti } = store;
  // Of many grades of one link the first makes its column.
  const begun =
    columns.get(link) ?? lineItemFor(work, asked, { lti, registration, clock });
  columns.set(link, begun);
  const found = await begun;
  if (found.kind === "found") await lti.setLineItem(link, found.url);
  return found;
}

const silent =
  "The LMS does not answer at present. This site goes on trying, at least once an hour.";

const busy = "The LMS asks this site to wait with its grades; they go there after that.";

/** How a platform met a score: until when it asks to be left alone, or is better left. */
type Met = { kind: "well" } | { kind: "asks" | "fails"; until: number };

/** Gives null where the platform was not asked. */
async function tell(batch: Batch, one: LtiScore): Promise<Met | null> {
  const { store, clock } = batch;
  const { lti } = store;
  const work = await lti.scoreWork(one);
  if (!work) return null;
  const { changed, sentText, triedText, failures } = work;

  async function failed(failure: ServiceFailure, moment = changed): Promise<Met> {
    const { kind, trouble } = failure;
    if (kind === "stopped") {
      await lti.scoreFailed(one, { changed: moment, next: null, trouble });
      return { kind: "well" };
    }
    const wait = Math.min(longestWait, failure.wait ?? 0);
    const now = clock();
    const next = now + Math.max(wait, pauseAfter(failures));
    const long = failures >= triesUntold || wait > hour;
    const says = trouble ?? (long ? (failure.wait === null ? silent : busy) : null);
    await lti.scoreFailed(one, { changed: moment, next, trouble: says });
    return failure.wait === null
      ? { kind: "fails", until: Math.min(next, now + longestHold) }
      : { kind: "asks", until: now + Math.max(wait, pauseAfter(1)) };
  }

  const told = await scoreOf(work, clock(), store.packedOf);
  if (told === "unread") {
    const trouble =
      "This version of the site cannot read the assignment, so it has no grade.";
    await failed({ kind: "stopped", trouble });
    return null;
  }
  const { score, again } = told;
  const text = score && hashOf(JSON.stringify(score));
  if (score === null || text === null || (text === sentText && triedText === null)) {
    await lti.scoreSent(one, { changed, text: text ?? sentText, again });
    return null;
  }
  if (!work.scopes.includes(scoreScope)) {
    const trouble =
      "The LMS does not let this site send grades: its administrator can allow it.";
    await failed({ kind: "stopped", trouble });
    return null;
  }
  const column = await columnOf(batch, one, work).catch(() => silence);
  if (column.kind !== "found") return failed(column);
  const moment = await lti.beginScore(one, { changed, text });
  if (moment === null) {
    // It changed since it was read, and is due as it is now.
    await lti.scoreFailed(one, { changed, next: null, trouble: null });
    return null;
  }
  const tried = text === triedText ? failures : null;
  const letter = { score, moment, lineItemUrl: column.url, again: tried };
  const answered = await post(batch, letter).catch(() => silence);
  if (answered.kind !== "told") return failed(answered, moment);
  await lti.scoreSent(one, { changed: moment, text, again });
  return { kind: "well" };
}

/** Until when a platform is left alone after a batch; 0: it goes on at once. */
function heldUntil(met: readonly (Met | null)[]): number {
  const asks = met.flatMap((one) => (one?.kind === "asks" ? one.until : []));
  const fails = met.flatMap((one) => (one?.kind === "fails" ? one.until : []));
  // One that fails alone is its own fault.
  const all = !met.some((one) => one?.kind === "well");
  return Math.max(0, ...asks, ...(all && fails.length > 0 ? [Math.min(...fails)] : []));
}

async function tellBatch(
  store: SiteStore,
  { registration: id, scores }: { registration: string; scores: readonly LtiScore[] },
  clock: () => number,
) {
  const registration = await store.lti.registration(id);
  if (!registration) return;
  const batch = { store, registration, clock, columns: new Map() };
  const done = await Promise.allSettled(scores.map((one) => tell(batch, one)));
  for (const one of done) {
    if (one.status === "rejected") logFault("grade to an LMS", one.reason);
  }
  const met = done.map((one) => (one.status === "fulfilled" ? one.value : null));
  await store.lti.holdScores(id, heldUntil(met));
}

/**
 * Tells all that is due, platforms side by side, so that a slow one holds up no other. A grade
 * that cannot be told is due again later, by the store; a fault of one keeps no other.
 */
export async function tellDueScores(store: SiteStore, clock = Date.now): Promise<void> {
  const now = clock();
  if (!(await store.lti.hasDueScores(now))) return;
  const claimed = await store.lti.claimScores(now, now + lease, atOnce);
  if (!claimed) return;
  const rest = () => tellDueScores(store, clock);
  await Promise.all([tellBatch(store, claimed, clock).then(rest), rest()]);
}

/** How often it is looked whether anything is due, in milliseconds. */
const often = 5 * second;

/** From now on this process tells platforms the grades that change. */
export function startGradeSender() {
  async function look() {
    if (!globalThis.nextPassClassServer && !hasClasses()) return;
    await tellDueScores((await classServer()).store);
  }
  const timer = setInterval(() => {
    look().catch((error) => logFault("grades to LMSs", error));
  }, often);
  timer.unref();
}
