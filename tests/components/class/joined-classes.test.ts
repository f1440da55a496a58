import { expect, test } from "vitest";
import {
  type JoinedClass,
  parseJoined,
  placeOf,
  renewedBy,
} from "@/components/class/joined-classes";
import type { MineMessage } from "@/content/class/messages";

const link =
  "/labs/network?assignment=1&title=Circle&goal=loss_0.95&samples=60&passes=40";
const joined: JoinedClass = {
  classId: "class",
  className: "Biology 2b",
  learner: "learner",
  name: "Ada",
  assignments: [{ id: "circle", link }],
};
const mine: MineMessage = {
  ...{ learner: "learner", className: "Biology 2b", name: "Ada", waiting: false },
  ...{
    measured: false,
    declines: false,
    expires: 9,
    receipts: [],
    extensions: [],
    marks: [],
    quizzes: [],
  },
  assignments: [{ id: "circle", link, created: 1, closes: null }],
};

test("joined classes come back as they were kept, and nothing else does", () => {
  const due = "2026-12-01";
  const more = { ...joined, waiting: true };
  const all = {
    ...more,
    assignments: [{ id: "a", link, due, closes: 5, former: [link] }],
  };
  for (const one of [joined, more, all]) {
    expect(parseJoined(JSON.stringify([one]))).toEqual([one]);
  }
  const others = ["", "{}", "[1]", JSON.stringify([{ ...joined, assignments: [{}] }])];
  for (const text of others) expect(parseJoined(text), text).toBe(null);
});

test("a class's message renews dates, extensions and approval, and keeps former links", () => {
  expect(renewedBy({ ...joined, waiting: true }, mine)).toEqual({
    ...{ ...joined, waiting: false },
  });
  const changed = `${link}&due=2026-12-01`;
  const [asked] = mine.assignments;
  const later = {
    ...mine,
    assignments: asked ? [{ ...asked, link: changed, closes: 7 }] : [],
    extensions: [
      { assignment: "other", due: "2027-01-01" },
      { assignment: "circle", due: "2026-12-08" },
    ],
  };
  const renewed = renewedBy(joined, later);
  const dates = { due: "2026-12-08", closes: 7 };
  const circle = { id: "circle", link: changed, former: [link], ...dates };
  expect(renewed.assignments).toEqual([circle]);
  // Said again it changes nothing; taken back, the extension goes.
  expect(renewedBy(renewed, later)).toEqual(renewed);
  const back = renewedBy(renewed, { ...later, extensions: [] }).assignments;
  expect(back).toEqual([{ id: "circle", link: changed, former: [link], closes: 7 }]);
});

test("a link leads to the class that asks for it, also as it was before a change", () => {
  const changed = link.replace("0.95", "0.5");
  const before = { id: "circle", link: changed, former: [link] };
  const later: JoinedClass = { ...joined, classId: "later", assignments: [before] };
  expect(placeOf([joined], link)).toMatchObject({
    ...{ classId: "class", assignmentId: "circle", link, learner: "learner" },
    ...{ due: null, closes: null },
  });
  expect(placeOf([later], link)).toMatchObject({ classId: "later", link: changed });
  // What a class asks now comes before what another asked once.
  expect(placeOf([later, joined], link)).toMatchObject({ classId: "class" });
  const other = link.replace("samples=60", "samples=61");
  expect(placeOf([joined, later], other)).toBeNull();
  expect(placeOf([joined], link.replace("Circle", "Ring"))).toBeNull();
  // A browser that joined after the change knows no former link: title, run and locks tell.
  const fresh = { ...joined, assignments: [{ id: "circle", link: changed }] };
  expect(placeOf([fresh], link)).toMatchObject({ link: changed });
  expect(placeOf([{ ...joined, assignments: [] }], link)).toBeNull();
});
