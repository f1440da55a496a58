// One link in several courses, a course of the next term, merged sections and accounts: each
// keeps its own grades, from the LMS's launch to the LMS's gradebook.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ClassServer } from "@/app/server/class-server";
import { tellDueScores } from "@/app/server/lti/services/grade-sender";
import { responses } from "@/content/class/messages";
import type { Member } from "../../lti/messages";
import { type JudgedCourse, openJudge } from "./lti-judge";
import { link } from "./school";
import { openSite } from "./site";

let site: Awaited<ReturnType<typeof openSite>>;
let server: ClassServer;
let lms: Awaited<ReturnType<typeof openJudge>>;

beforeAll(async () => {
  site = await openSite(1000);
  server = await site.open();
  lms = await openJudge(server);
});
afterAll(async () => {
  await lms.close();
  await site.close();
});

/** A course with an instructor, who gives points to whoever has come by its link. */
async function openTaught(path = link, custom: Record<string, string> = {}) {
  const school = lms.openCourse(path, custom);
  const { browser, at, classId } = await school.launch(
    school.enrol("Grace Hopper", "instructor"),
  );
  const boardNow = async () =>
    responses.board.parse((await browser.get(`${at}/board`)).told);
  return {
    ...{ ...school, classId, boardNow },
    async give(learner: string, points: number) {
      const [asked] = (await boardNow()).assignments;
      const mark = { points, verdict: "accepted", reason: "", comment: "" };
      const path = `${at}/assignments/${asked?.id}/marks/${learner}`;
      expect((await browser.put(path, mark)).status).toBe(200);
      await tellDueScores(server.store);
    },
  };
}

const gradesOf = (people: readonly Member[], ...schools: JudgedCourse[]) =>
  schools.map((school) => people.map(school.pointsOf));

/** The same account, in another course. */
const alsoIn = (school: JudgedCourse, member: Member) => {
  school.course.members.push(member);
  return member;
};

test("one link that is copied into several courses grades each course by itself", async () => {
  const [first, second] = [await openTaught(), await openTaught()];
  const ada = first.enrol("Ada Lovelace", "learner");
  alsoIn(second, ada);
  const here = await first.launch(ada);
  await first.give(here.learner, 7);
  expect(gradesOf([ada], first, second)).toEqual([[7], [null]]);
  const there = await second.launch(ada);
  expect(there.classId).not.toBe(here.classId);
  const mine = responses.mine.parse((await there.browser.get(`${there.at}/mine`)).told);
  expect(mine.marks).toEqual([]);
  await second.give(there.learner, 3);
  expect(gradesOf([ada], first, second)).toEqual([[7], [3]]);
});

test("a course that is copied to the next term begins without grades, and the old one keeps its own", async () => {
  // A copied link brings its custom parameters along, and is another link of another course.
  const custom = { assignment: link };
  const [spring, autumn] = [
    await openTaught("/labs/network", custom),
    await openTaught("/labs/network", custom),
  ];
  const ada = spring.enrol("Ada Lovelace", "learner");
  const inSpring = await spring.launch(ada);
  await spring.give(inSpring.learner, 7);
  // Whoever repeats the course is a learner without work.
  alsoIn(autumn, ada);
  const bo = autumn.enrol("Bo Diddley", "learner");
  const [again, fresh] = [await autumn.launch(ada), await autumn.launch(bo)];
  const board = await autumn.boardNow();
  expect(board.assignments.map((one) => one.link)).toEqual([link]);
  expect([board.marks, board.receipts]).toEqual([[], []]);
  await autumn.give(fresh.learner, 9);
  await autumn.give(again.learner, 4);
  // A late decision about the old term changes the old term alone.
  await spring.give(inSpring.learner, 8);
  expect(gradesOf([ada, bo], spring, autumn)).toEqual([
    [8, null],
    [4, 9],
  ]);
});

test("people of a section that is merged into another keep their grades there, and get others here", async () => {
  const [kept, merged] = [await openTaught(), await openTaught()];
  const ada = kept.enrol("Ada Lovelace", "learner");
  const bo = merged.enrol("Bo Diddley", "learner");
  const [adaHere, boThere] = [await kept.launch(ada), await merged.launch(bo)];
  await kept.give(adaHere.learner, 7);
  await merged.give(boThere.learner, 5);
  // From now on the platform launches Bo in the course that was kept.
  alsoIn(kept, bo);
  const boHere = await kept.launch(bo);
  expect([boHere.classId, boHere.learner === boThere.learner]).toEqual([
    ...[kept.classId, false],
  ]);
  expect(gradesOf([ada, bo], kept, merged)).toEqual([
    [7, null],
    [null, 5],
  ]);
  await kept.give(boHere.learner, 9);
  expect(gradesOf([ada, bo], kept, merged)).toEqual([
    [7, 9],
    [null, 5],
  ]);
  const names = (await kept.boardNow()).learners.map(({ name }) => name);
  expect(names).toEqual(["Ada Lovelace", "Bo Diddley"]);
});

test("an account that is merged into another is a learner of its own, and neither’s grade becomes the other’s", async () => {
  const school = await openTaught();
  const before = school.enrol("Ada Lovelace", "learner");
  const old = await school.launch(before);
  await school.give(old.learner, 7);
  // The platform keeps the other account, under the same name.
  const after = school.enrol("Ada Lovelace", "learner");
  const next = await school.launch(after);
  expect([next.classId, next.learner === old.learner]).toEqual([school.classId, false]);
  expect(gradesOf([before, after], school)).toEqual([[7, null]]);
  await school.give(next.learner, 9);
  expect(gradesOf([before, after], school)).toEqual([[7, 9]]);
  // Once the platform knows the old account no more, the teacher reads so, and it ends there.
  school.course.members.splice(school.course.members.indexOf(before), 1);
  await school.give(old.learner, 8);
  const scores = await server.store.lti.scoresOf(school.classId);
  const troubles = scores.flatMap(({ learner, trouble }) => (trouble ? [learner] : []));
  expect(troubles).toEqual([old.learner]);
  const told = school.gradebook.taken.length;
  await tellDueScores(server.store, () => Date.now() + 24 * 60 * 60_000);
  expect(school.gradebook.taken).toHaveLength(told);
  expect(gradesOf([before, after], school)).toEqual([[7, 9]]);
});
