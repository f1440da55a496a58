// Grades on their way to an LMS that behaves badly: the tests' own platform judges what it is
// sent, and in the end has each grade once, as the site has it.
import { describe, expect, test, vi } from "vitest";
import { pauseAfter, tellDueScores } from "@/app/server/lti/services/grade-sender";
import type { LtiStore } from "@/app/server/store/lti-store";
import { uniform } from "@/labs/arithmetic/random";
import { openPlatform } from "@/tests/lti/platform";
import { moodle, openEdx } from "@/tests/lti/profiles";
import type { Service, Trouble } from "@/tests/lti/troubles";
import { soaking, times } from "../../soak";
import { minute, openCourse } from "./lti-course";
import { openAt, places } from "./store/store-places";
import { now } from "./store/store-rows";

/** How long a process that died keeps what it took. */
const lease = 3 * minute;

/** Requests to platforms end in a part of their usual time. */
function hurry(part: number) {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const spy = vi.spyOn(AbortSignal, "timeout");
  spy.mockImplementation((milliseconds) => timeout(milliseconds / part));
  return () => spy.mockRestore();
}

/** PostgreSQL in the long run alone. */
const kinds = soaking ? places : places.slice(0, 1);

type Accident = [
  says: string,
  trouble: Trouble | "refuses",
  /** When the score goes, in milliseconds after the accident, by service. */
  scores: number,
  token?: number,
];

const status = (status: number, retryAfter?: number, as?: "moment"): Trouble => ({
  ...{ kind: "status", status, as },
  ...(retryAfter !== undefined && { retryAfter }),
});

const again = pauseAfter(1);

const accidents: Accident[] = [
  ["401", status(401), 0, again],
  ["429 for two minutes", status(429, 120), 120_000],
  ["429 until a moment", status(429, 90, "moment"), 91_000],
  ["429", status(429), again],
  ["503 for two minutes", status(503, 120), 120_000],
  ["500", status(500), again],
  ["too slow", { kind: "slow", milliseconds: 250 }, again],
  // Its status says that it was taken.
  ["a drip for ever", { kind: "drip" }, 0, again],
  ["a flood", { kind: "flood" }, 0, again],
  ["death in the middle", { kind: "cut" }, again],
  ["hanging up", { kind: "away" }, again],
  ["no connection", "refuses", again],
];

describe.each(kinds)("%s", (_, fresh) => {
  test("each accident passes, and the grade is there, once, no sooner than was asked", async () => {
    const store = await openAt(await fresh());
    const { platform, mark, law, gradebook, asked } = await openCourse(store, ["Ada"]);
    let at = now;
    const tell = () => tellDueScores(store, () => at);
    let value = 0;
    for (const service of ["scores", "token"] satisfies Service[]) {
      for (const [says, trouble, scores, token = scores] of accidents) {
        const what = `${service}: ${says}`;
        value += 1;
        at += minute;
        await mark(store, "Ada", value, at);
        if (service === "token") platform.forgetTokens();
        const pause = service === "token" ? token : scores;
        const lasts =
          trouble !== "refuses" && (trouble.kind === "slow" || trouble.kind === "drip");
        const calm = hurry(lasts ? (pause > 0 ? 100 : 20) : 1);
        if (trouble === "refuses") {
          await platform.close();
          await tell();
          await platform.comeBack();
        } else {
          platform.plan(service, trouble);
          await tell();
        }
        calm();
        if (pause > 0) {
          const before = asked();
          at += pause - 2000;
          await tell();
          expect([what, asked()]).toEqual([what, before]);
          const [told] = await store.lti.scoresOf("c");
          expect([what, told?.waits]).toEqual([what, true]);
          at += 2000;
          await tell();
        }
        const [told] = await store.lti.scoresOf("c");
        expect([what, told]).toMatchObject([what, { waits: false, trouble: null }]);
        law();
      }
    }
    expect(gradebook.taken).toHaveLength(2 * accidents.length);
  });

  test("an answer that dies after its status has told what became of the grade", async () => {
    const store = await openAt(await fresh());
    const platform = await openPlatform({ profile: moodle });
    const { mark, law, gradebook } = await openCourse(store, ["Ada"], { platform });
    platform.plan("scores", { kind: "cut" });
    await mark(store, "Ada", 1);
    await tellDueScores(store, () => now);
    expect(await store.lti.hasDueScores(now + 99 * minute)).toBe(false);
    expect(gradebook.taken).toHaveLength(1);
    law();
  });

  test("a grade that an LMS has already, and calls a bad request, is told", async () => {
    const store = await openAt(await fresh());
    const platform = await openPlatform({ profile: openEdx });
    const { mark, law, gradebook } = await openCourse(store, ["Ada"], { platform });
    // Twice it takes the grade, and nobody hears of it.
    platform.plan("scores", { kind: "mute" }, { kind: "slow", milliseconds: 0 });
    platform.plan("scores", { kind: "mute" });
    await mark(store, "Ada", 1);
    await tellDueScores(store, () => now);
    await tellDueScores(store, () => now + again);
    expect(gradebook.taken).toHaveLength(2);
    expect((await store.lti.scoresOf("c"))[0]).toMatchObject({ waits: true });
    await tellDueScores(store, () => now + 9 * minute);
    const told = { waits: false, trouble: null };
    expect((await store.lti.scoresOf("c"))[0]).toMatchObject(told);
    law();
    // A change right after it is later still.
    await mark(store, "Ada", 2);
    await tellDueScores(store, () => now + 9 * minute);
    expect((await store.lti.scoresOf("c"))[0]).toMatchObject(told);
    law();
  });

  test("a grade that may have arrived, and is another since, is told as it is now", async () => {
    const store = await openAt(await fresh());
    const course = await openCourse(store, ["Ada", "Bo"]);
    const { platform, mark, law, gradebook } = course;
    await mark(store, "Ada", 1);
    await tellDueScores(store, () => now);
    // It takes both, and nobody hears of it.
    platform.plan("scores", { kind: "cut" }, { kind: "cut" });
    await mark(store, "Ada", 2);
    await mark(store, "Bo", 2);
    await tellDueScores(store, () => now + minute);
    expect(gradebook.taken).toHaveLength(3);
    // One goes back to what the platform surely knew, the other to nothing.
    await mark(store, "Ada", 1, now + minute);
    await mark(store, "Bo", null, now + minute);
    await tellDueScores(store, () => now + 2 * minute);
    expect(gradebook.taken).toHaveLength(5);
    law();
  });

  test("a new grade waits as long as the platform has asked for", async () => {
    const store = await openAt(await fresh());
    const course = await openCourse(store, ["Ada", "Bo"]);
    const { platform, mark, law, asked } = course;
    platform.plan("scores", status(429, 120));
    await mark(store, "Ada", 1);
    await tellDueScores(store, () => now);
    await mark(store, "Bo", 1, now + minute);
    await tellDueScores(store, () => now + 2 * minute - 1);
    expect(asked()).toBe(1);
    await tellDueScores(store, () => now + 2 * minute);
    law();
  });

  test("teachers hear of a long wait that the platform asks for", async () => {
    const store = await openAt(await fresh());
    const { platform, mark, law } = await openCourse(store, ["Ada"]);
    const trouble = async () => (await store.lti.scoresOf("c"))[0]?.trouble;
    platform.plan("scores", status(429, 3600), status(429, 3601));
    await mark(store, "Ada", 1);
    await tellDueScores(store, () => now);
    expect(await trouble()).toBeNull();
    await tellDueScores(store, () => now + 60 * minute);
    expect(await trouble()).toContain("asks this site to wait");
    await tellDueScores(store, () => now + 121 * minute);
    expect(await trouble()).toBeNull();
    law();
  });

  test("a pause counts from the platform’s answer, not from when it was asked", async () => {
    const store = await openAt(await fresh());
    const { platform, mark, asked } = await openCourse(store, ["Ada"]);
    platform.plan("scores", status(429, 60));
    await mark(store, "Ada", 1);
    // The platform takes its time to say so.
    const clock = () => now + (asked() > 0 ? 9000 : 0);
    await tellDueScores(store, clock);
    await tellDueScores(store, () => now + 68_999);
    expect(asked()).toBe(1);
    await tellDueScores(store, () => now + 69_000);
    expect(asked()).toBe(2);
  });

  test("a grade that the platform cannot take keeps none of the others", async () => {
    const store = await openAt(await fresh());
    const names = Array.from({ length: 9 }, (_, at) => `Learner ${at}`);
    const { platform, mark, law, gradebook } = await openCourse(store, names);
    platform.plan("scores", status(500));
    for (const name of names) await mark(store, name, 1);
    await tellDueScores(store, () => now);
    expect(gradebook.taken).toHaveLength(8);
    await tellDueScores(store, () => now + again);
    law();
  });

  test("a platform that takes its time holds up no other", async () => {
    const store = await openAt(await fresh());
    const names = Array.from({ length: 5 }, (_, at) => `Learner ${at}`);
    const slow = await openCourse(store, names, { id: "a" });
    const quick = await openCourse(store, names, { id: "b" });
    for (const name of names) await slow.mark(store, name, 1);
    for (const name of names) await quick.mark(store, name, 1);
    slow.platform.plan("token", { kind: "slow", milliseconds: 60_000 });
    let ended = false;
    const telling = tellDueScores(store, () => now).then(() => {
      ended = true;
    });
    await expect.poll(() => quick.gradebook.taken.length, { timeout: 9000 }).toBe(5);
    quick.law();
    // Nor does another look of this process, or of another, wait for it.
    await quick.mark(store, "Learner 0", 2);
    await tellDueScores(store, () => now + minute);
    quick.law();
    expect([ended, slow.gradebook.taken.length]).toEqual([false, 0]);
    await slow.platform.close();
    await telling;
    await slow.platform.comeBack();
    await tellDueScores(store, () => now + lease);
    slow.law();
  });

  test("what a process left on its way when it ended, another tells once", async () => {
    const place = await fresh();
    const store = await openAt(place);
    const course = await openCourse(store, ["Ada", "Bo", "Cy"]);
    const { platform, mark, law, gradebook, asked } = course;
    await mark(store, "Ada", 1);
    await tellDueScores(store, () => now);
    // It ends before it notes that Bo's grade was taken, and before it sends Cy's.
    const ends = () => new Promise<never>(() => {});
    const dying = (part: Partial<LtiStore>) => ({
      ...store,
      lti: { ...store.lti, ...part },
    });
    await mark(store, "Bo", 2);
    void tellDueScores(dying({ scoreSent: ends }), () => now + minute);
    await expect.poll(() => gradebook.taken.length).toBe(2);
    await mark(store, "Cy", 3, now + minute);
    const next = await openAt(place);
    await tellDueScores(next, () => now + minute + lease - 1);
    expect(gradebook.taken).toHaveLength(2);
    await tellDueScores(next, () => now + minute + lease);
    expect(platform.complaints.at(-1)).toContain("a score with this timestamp");
    law();
    // Nothing is told again.
    const before = asked();
    await tellDueScores(await openAt(place), () => now + 99 * minute);
    expect([asked(), gradebook.taken.length]).toEqual([before, 3]);
  });

  test("whatever happens, in any order, all ends as the site has it", async () => {
    const place = await fresh();
    const stores = [await openAt(place), await openAt(place)] as const;
    const names = ["Ada", "Bo", "Cy", "Di", "Eve", "Flo"];
    const { platform, mark, law } = await openCourse(stores[0], names);
    const troubles = accidents.flatMap(([, trouble]) =>
      trouble === "refuses" || trouble.kind === "slow" ? [] : trouble,
    );
    const random = uniform(7);
    const one = <T>(first: T, ...more: readonly T[]): T =>
      more[Math.floor(random() * (more.length + 1)) - 1] ?? first;
    let at = now;
    const calm = hurry(100);
    for (let step = times(60, 2000); step > 0; step -= 1) {
      at += Math.floor(random() * 2 * minute);
      const name = one("Ada", ...names);
      const what = random();
      if (what < 0.4) await mark(one(...stores), name, Math.floor(random() * 3), at);
      else if (what < 0.45) await mark(one(...stores), name, null, at);
      else if (what < 0.5) platform.forgetTokens();
      else if (what < 0.6)
        platform.plan(one<Service>("scores", "token"), one(status(500), ...troubles));
      else await Promise.all(stores.map((store) => tellDueScores(store, () => at)));
    }
    calm();
    platform.calm();
    for (let hours = 24; hours > 0; hours -= 1) {
      at += 60 * minute;
      await tellDueScores(one(...stores), () => at);
    }
    expect((await stores[0].lti.scoresOf("c")).filter(({ waits }) => waits)).toEqual([]);
    law();
  });
});
