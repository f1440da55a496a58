// A class is filled with who is in its course, by the roster of a small LMS.
import { expect, test } from "vitest";
import { fillFromRosters } from "@/app/server/lti/services/fill-roster";
import { openServices } from "./lti-services";
import { contextRow, personRow, registrationRow } from "./store/lti-rows";
import { freshFolder, openAt } from "./store/store-places";
import { classRow } from "./store/store-rows";

const membership = "http://purl.imsglobal.org/vocab/lis/v2/membership#";

const member = (id: string, part: object = {}) => ({
  ...{ user_id: id, roles: [`${membership}Learner`], status: "Active" },
  ...part,
});

/** A class that is a course of a small LMS, which has these members by page. */
async function openCourse(...pages: object[][]) {
  const store = await openAt({ folder: freshFolder() });
  const lms = await openServices(store.lti);
  lms.pages.push(...pages);
  const tokenUrl = `${lms.url}/token`;
  await store.lti.addRegistration({ ...registrationRow("r"), tokenUrl }, []);
  const membershipsUrl = `${lms.url}/members`;
  const opened = { ...classRow("c"), expires: Date.now() + 1e9 };
  await store.lti.openContext({ ...contextRow("c"), membershipsUrl }, opened);
  return {
    ...{ store, lms },
    fill: (most = {}) =>
      fillFromRosters(store, "c", { pages: 9, people: 20, time: 40_000, ...most }),
    gone: async () => (await store.lti.usersOf("c")).map(({ gone }) => gone !== null),
    names: async () => (await store.board("c", 0)).learners.map(({ name }) => name),
  };
}

test("all pages of a roster fill the class, with learners alone", async () => {
  const { fill, names, lms, store } = await openCourse(
    [
      member("1", { name: "Ada Lovelace" }),
      member("2", { given_name: "Bo", family_name: "Li" }),
    ],
    [
      member("3", { roles: [`${membership}Instructor`], name: "Teacher" }),
      member("4", { roles: ["Learner"], name: "Cy", status: undefined }),
      member("5", { name: "Gone", status: "Inactive" }),
      member("6", { name: "Deleted", status: "Deleted" }),
    ],
  );
  expect(await fill()).toEqual({ added: 3, left: 0, full: 0, unread: 0 });
  expect(await names()).toEqual(["Ada Lovelace", "Bo Li", "Cy"]);
  expect(lms.asked).toEqual(["token", "members", "members"]);
  const { learners } = await store.board("c", 0);
  expect(learners.every(({ came, waiting }) => !came && !waiting)).toBe(true);
  expect(await fill()).toEqual({ added: 0, left: 0, full: 0, unread: 0 });
  expect(await names()).toHaveLength(3);
});

test("where roles are the institution’s alone, they tell who learns", async () => {
  const person = "http://purl.imsglobal.org/vocab/lis/v2/institution/person#";
  const { fill, names } = await openCourse([
    member("1", { name: "Ada", roles: [`${person}Student`] }),
    member("2", { name: "Grace", roles: [`${person}Instructor`, `${person}Student`] }),
    member("3", { name: "Bo", roles: [`${person}Student`, `${membership}Mentor`] }),
    member("4", { name: "Cy", roles: [`${person}None`, `${membership}Learner`] }),
  ]);
  await fill();
  expect(await names()).toEqual(["Ada", "Cy"]);
});

test("a roster without names makes names that tell learners apart", async () => {
  const { fill, names } = await openCourse([member("1"), member("2", { name: "  " })]);
  await fill();
  const told = await names();
  expect(told.every((name) => /^Learner [0-9A-Z]{4}$/.test(name))).toBe(true);
  expect(new Set(told).size).toBe(2);
});

test("who left is marked, keeps what they did, and comes back as who they were", async () => {
  const { fill, names, gone, store, lms } = await openCourse([
    member("1", { name: "Ada" }),
  ]);
  await store.lti.enter("c", { ...personRow("2"), name: "Bo", now: Date.now() }, 9);
  expect(await fill()).toEqual({ added: 1, left: 1, full: 0, unread: 0 });
  expect(await gone()).toEqual([false, true]);
  expect((await names()).sort()).toEqual(["Ada", "Bo"]);
  lms.pages.splice(0, 1, [member("1"), member("2")]);
  expect(await fill()).toEqual({ added: 0, left: 0, full: 0, unread: 0 });
  expect(await gone()).toEqual([false, false]);
});

const people = (count: number) =>
  Array.from({ length: count }, (_, at) => member(`p${at}`));

type Bad = [
  says: string,
  spoil: (lms: Awaited<ReturnType<typeof openServices>>) => unknown,
  most?: object,
];

const bad: Bad[] = [
  [
    "The LMS did not give the roster (500). Nothing was changed; try again later.",
    ({ troubles }) => troubles.members.push({ status: 500 }),
  ],
  [
    "The LMS is busy. Nothing was changed; try again in a few minutes.",
    ({ troubles }) => troubles.members.push({ status: 429 }),
  ],
  [
    "The LMS did not give the roster (302). Nothing was changed; try again later.",
    ({ troubles }) =>
      troubles.members.push({ status: 302, headers: { Location: "/other" } }),
  ],
  [
    "The LMS did not give the roster (401). Nothing was changed; try again later.",
    ({ troubles, forget }) => {
      forget();
      troubles.token.push({ status: 401 });
      troubles.members.push({ status: 401 });
    },
  ],
  [
    "The LMS does not answer. Nothing was changed; try again later.",
    ({ troubles }) => troubles.members.push("away"),
  ],
  [
    "The LMS’s roster cannot be read. Nothing was changed; try again later.",
    ({ troubles }) => troubles.members.push("cut"),
  ],
  [
    "The LMS’s roster cannot be read. Nothing was changed; try again later.",
    ({ pages }) => pages[1]?.push(member("2", { name: "B".repeat(1_000_000) })),
  ],
  [
    "The LMS’s roster goes on elsewhere. Nothing was changed.",
    ({ state }) => {
      state.nextAt = "https://elsewhere.test";
    },
  ],
  [
    "The LMS’s roster goes round in a circle. Nothing was changed.",
    ({ state }) => {
      state.circle = true;
    },
  ],
  [
    "The LMS’s roster has too many pages. Nothing was changed.",
    ({ pages }) => pages.push(...Array.from({ length: 8 }, () => [member("1")])),
  ],
  [
    "The LMS’s roster has more than 20 people. Nothing was changed.",
    ({ pages }) => pages.push(people(21)),
  ],
  [
    "The LMS’s roster has more than 20 people. Nothing was changed.",
    ({ pages }) => pages.push(Array.from({ length: 21 }, () => ({}))),
  ],
  [
    "The LMS’s roster takes too long. Nothing was changed; try again later.",
    () => {},
    { time: -1 },
  ],
  [
    "The LMS’s roster is empty. Nothing was changed.",
    ({ pages }) => pages.splice(0, 2, []),
  ],
];

test("a roster that does not come whole changes nothing, and says why", async () => {
  const { fill, gone, lms, store } = await openCourse();
  await store.lti.enter("c", { ...personRow("Bo"), now: Date.now() }, 9);
  for (const [says, spoil, most] of bad) {
    lms.pages.splice(0, 99, [member("1", { name: "Ada" })], [member("2")]);
    Object.assign(lms.state, { nextAt: "", circle: false });
    spoil(lms);
    await expect(fill(most)).rejects.toMatchObject({ status: 502, message: says });
    expect([says, await gone()]).toEqual([says, [false]]);
  }
});

test("of tens of thousands no more is read than a class could take", async () => {
  const { lms, store } = await openCourse(
    ...Array.from({ length: 40 }, (_, page) =>
      Array.from({ length: 1000 }, (_, at) => member(`${page} ${at}`)),
    ),
  );
  await expect(fillFromRosters(store, "c")).rejects.toThrow("more than 10,000 people");
  expect(lms.asked).toHaveLength(12);
});

test("one who stands there twice is one, and one without roles is there", async () => {
  const { fill, names, gone, store } = await openCourse(
    [
      member("1", { name: "Ada" }),
      member("2", { name: "Bo", roles: [`${membership}Learner`] }),
      member("3", { status: "Inactive" }),
    ],
    [
      member("1", { name: "Ada again" }),
      member("2", { roles: [`${membership}Instructor`] }),
      member("3", { name: "Cy" }),
      { ...member("4"), roles: "odd", status: 7 },
    ],
  );
  await store.lti.enter("c", { ...personRow("4"), now: Date.now() }, 9);
  expect(await fill()).toEqual({ added: 2, left: 0, full: 0, unread: 0 });
  expect((await names()).toSorted()).toEqual(["4", "Ada", "Cy"]);
  expect(await gone()).toEqual([false, false, false]);
});

test("where an entry has no id, nobody is said to have left", async () => {
  const { fill, names, gone, store } = await openCourse([
    ...[member("1", { name: "Ada" }), { roles: ["Learner"], name: "Nobody" }],
    { ...member("x"), user_id: 7 },
    [],
  ]);
  await store.lti.enter("c", { ...personRow("Bo"), now: Date.now() }, 9);
  expect(await fill()).toEqual({ added: 1, left: 0, full: 0, unread: 3 });
  expect((await names()).toSorted()).toEqual(["Ada", "Bo"]);
  expect(await gone()).toEqual([false, false]);
});

test("who comes while a roster is read has not left", async () => {
  const { fill, gone, store } = await openCourse([member("1", { name: "Ada" })]);
  const late = { ...personRow("2"), now: Date.now() };
  const filling = fill();
  await store.lti.enter("c", late, 9);
  expect(await filling).toMatchObject({ added: 1, left: 0 });
  expect(await gone()).toEqual([false, false]);
});

test("a class of no LMS, or of one that tells no roster, is not filled", async () => {
  const { store } = await openCourse();
  await store.openClass({ ...classRow("d"), expires: Date.now() + 1e9 });
  expect(await fillFromRosters(store, "d")).toEqual({
    added: 0,
    left: 0,
    full: 0,
    unread: 0,
  });
});
