// A column for an assignment whose link the LMS names none for: found, or made, once.
import { expect, onTestFinished, test } from "vitest";
import { pauseAfter, tellDueScores } from "@/app/server/lti/services/grade-sender";
import { scopes } from "@/tests/lti/messages";
import { openPlatform } from "@/tests/lti/platform";
import { moodle } from "@/tests/lti/profiles";
import { canonical } from "./check-school";
import { openCourse } from "./lti-course";
import { freshFolder, openAt } from "./store/store-places";
import { now } from "./store/store-rows";

const names = ["Ada", "Bo", "Cy"];
const bare = { column: false };
const other = { label: "Another", scoreMaximum: 1 };

test("a column is made once for all, as the assignment says, and remembered", async () => {
  const place = { folder: freshFolder() };
  const [store, rival] = [await openAt(place), await openAt(place)];
  const platform = await openPlatform({ profile: moodle });
  const course = await openCourse(store, names, { ...bare, platform });
  for (const name of names) await course.mark(store, name, 2);
  await Promise.all([store, rival].map((one) => tellDueScores(one, () => now)));
  expect([...course.gradebook.items.values()]).toEqual([
    {
      ...{ id: expect.any(String), label: "Circle", scoreMaximum: 3, tag: "next-pass" },
      ...{ resourceLinkId: "link c", endDateTime: "2027-01-21T12:00:00.000Z" },
    },
  ]);
  course.law();
  // A later launch names none: it stays.
  await course.place(null);
  await course.mark(store, "Ada", 1);
  await tellDueScores(store, () => now + 5000);
  course.law();
  expect(course.asked("/line_items")).toBe(2);
  expect(platform.complaints).toEqual([]);
});

test.each([true, false])(
  "a column that the link has is taken (lists heed filters: %s)",
  async (filters) => {
    const store = await openAt({ folder: freshFolder() });
    const { platform, gradebook, ...course } = await openCourse(store, names, bare);
    Object.assign(platform.settings, { filters, pageSize: 2 });
    gradebook.add({ ...other, resourceLinkId: "another link" });
    gradebook.add({ ...other, tag: "next-pass" });
    gradebook.add({ ...other, resourceLinkId: "link c" });
    await course.mark(store, "Ada", 1);
    await tellDueScores(store, () => now);
    const items = [...gradebook.items.keys()];
    expect(items).toHaveLength(3);
    expect(gradebook.taken).toMatchObject([{ lineItem: items[2], scoreGiven: 1 }]);
  },
);

test("of several columns of a link this site’s own is taken", async () => {
  const store = await openAt({ folder: freshFolder() });
  const { gradebook, ...course } = await openCourse(store, names, bare);
  for (const tag of ["bonus", "next-pass", "more"]) {
    gradebook.add({ ...other, resourceLinkId: "link c", tag });
  }
  await course.mark(store, "Ada", 1);
  await tellDueScores(store, () => now);
  expect(gradebook.taken).toMatchObject([{ lineItem: [...gradebook.items.keys()][1] }]);
});

test("a column whose making nobody heard of is found the next time", async () => {
  const store = await openAt({ folder: freshFolder() });
  const { platform, gradebook, ...course } = await openCourse(store, names, bare);
  platform.plan("lineItems", { kind: "slow", milliseconds: 0 }, { kind: "cut" });
  for (const name of names) await course.mark(store, name, 2);
  await tellDueScores(store, () => now);
  expect([gradebook.items.size, gradebook.taken.length]).toEqual([1, 0]);
  await tellDueScores(store, () => now + pauseAfter(1));
  expect(gradebook.items.size).toBe(1);
  course.law();
});

test("an LMS that makes no column is asked later, or is a trouble in words", async () => {
  const store = await openAt({ folder: freshFolder() });
  const { platform, ...course } = await openCourse(store, names, bare);
  const trouble = async () => (await store.lti.scoresOf("c"))[0]?.trouble;
  await course.mark(store, "Ada", 2);
  platform.plan("lineItems", { kind: "status", status: 429, retryAfter: 60 });
  await tellDueScores(store, () => now);
  await tellDueScores(store, () => now + 59_999);
  expect([course.asked("/line_items"), await trouble()]).toEqual([1, null]);
  platform.plan("lineItems", { kind: "slow", milliseconds: 0 });
  platform.plan("lineItems", { kind: "status", status: 403 });
  await tellDueScores(store, () => now + 60_000);
  expect(await trouble()).toContain("did not make a column");
  // Once the link is set up as graded, its grades go.
  const { gradebook } = course;
  gradebook.add({ ...other, resourceLinkId: "link c" });
  const items = `${platform.url}/courses/${course.course.id}/line_items`;
  await course.place(`${items}/${[...gradebook.items.keys()][0]}`);
  await tellDueScores(store, () => now + 120_000);
  course.law();
  expect(await trouble()).toBeNull();
});

test("a column on another site gets no grade, and no other is made", async () => {
  const store = await openAt({ folder: freshFolder() });
  const { platform, gradebook, ...course } = await openCourse(store, names, bare);
  const elsewhere = await openPlatform();
  onTestFinished(() => elsewhere.close());
  Object.assign(platform.settings, { url: elsewhere.url });
  for (const moment of [now, now + 60_000]) {
    await course.mark(store, "Ada", moment === now ? 1 : 2, moment);
    await tellDueScores(store, () => moment);
    const [told] = await store.lti.scoresOf("c");
    expect(told?.trouble).toContain("on another site");
  }
  expect([gradebook.items.size, elsewhere.heard]).toEqual([1, []]);
});

test("without leave to make columns the teachers read that the LMS takes no grades", async () => {
  const store = await openAt({ folder: freshFolder() });
  const course = await openCourse(store, names, { ...bare, scope: [scopes.score] });
  await course.mark(store, "Ada", 2);
  await tellDueScores(store, () => now);
  const [told] = await store.lti.scoresOf("c");
  expect(told?.trouble).toContain("takes no grades from this link");
  expect(course.platform.heard).toEqual([]);
  // With leave, they go.
  await course.place(null, Object.values(scopes));
  await tellDueScores(store, () => now + 5000);
  course.law();
});

test("an assignment without points needs no column", async () => {
  const store = await openAt({ folder: freshFolder() });
  const asked = canonical("/labs/network?assignment=1&title=Free");
  const course = await openCourse(store, names, { ...bare, asked });
  const mark = {
    points: null,
    verdict: "accepted",
    reason: "",
    comment: "",
    by: "",
  } as const;
  await store.mark("c", { ...mark, assignment: "c asked", learner: "c Ada", at: now });
  expect(await store.lti.hasDueScores(now)).toBe(true);
  await tellDueScores(store, () => now);
  expect(await store.lti.scoresOf("c")).toEqual([]);
  expect(course.platform.heard).toEqual([]);
});
