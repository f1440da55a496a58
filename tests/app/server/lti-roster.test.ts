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
    fill: () => fillFromRosters(store, "c"),
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
      { user_id: 7, roles: "odd" },
    ],
  );
  expect(await fill()).toEqual({ added: 3, left: 0, full: 0 });
  expect(await names()).toEqual(["Ada Lovelace", "Bo Li", "Cy"]);
  expect(lms.asked).toEqual(["token", "members", "members"]);
  const { learners } = await store.board("c", 0);
  expect(learners.every(({ came, waiting }) => !came && !waiting)).toBe(true);
  expect(await fill()).toEqual({ added: 0, left: 0, full: 0 });
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
  const { fill, names, store, lms } = await openCourse([member("1", { name: "Ada" })]);
  await store.lti.enter("c", { ...personRow("2"), name: "Bo", now: Date.now() }, 9);
  expect(await fill()).toEqual({ added: 1, left: 1, full: 0 });
  const gone = async () =>
    (await store.lti.usersOf("c")).map(({ gone }) => gone !== null);
  expect(await gone()).toEqual([false, true]);
  expect((await names()).sort()).toEqual(["Ada", "Bo"]);
  lms.pages.splice(0, 1, [member("1"), member("2")]);
  expect(await fill()).toEqual({ added: 0, left: 0, full: 0 });
  expect(await gone()).toEqual([false, false]);
});

test("a roster that is not given whole changes nothing, and says so", async () => {
  const { fill, names, lms } = await openCourse(
    [member("1", { name: "Ada" })],
    [member("2", { name: "Bo" })],
  );
  lms.troubles.members.push({ status: 500 });
  await expect(fill()).rejects.toMatchObject({ status: 502 });
  lms.troubles.members.push("cut");
  await expect(fill()).rejects.toMatchObject({ status: 502 });
  lms.troubles.members.push({ status: 302, headers: { Location: "/other" } });
  await expect(fill()).rejects.toMatchObject({ status: 502 });
  lms.troubles.token.push({ status: 401 });
  lms.forget();
  lms.troubles.members.push({ status: 401 });
  await expect(fill()).rejects.toMatchObject({ status: 502 });
  lms.state.nextAt = "https://elsewhere.test";
  await expect(fill()).rejects.toThrow("goes on elsewhere");
  lms.state.nextAt = "";
  expect(await names()).toEqual([]);
  expect(await fill()).toEqual({ added: 2, left: 0, full: 0 });
});

test("a class of no LMS, or of one that tells no roster, is not filled", async () => {
  const { store } = await openCourse();
  await store.openClass({ ...classRow("d"), expires: Date.now() + 1e9 });
  expect(await fillFromRosters(store, "d")).toEqual({ added: 0, left: 0, full: 0 });
});
