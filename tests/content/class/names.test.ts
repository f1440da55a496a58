import { expect, test } from "vitest";
import { requests } from "@/content/class/messages";
import { nameKey } from "@/labs/assignment/name-key";

test.each([
  ["Ada", "ADA"],
  ["Ada", "ＡＤＡ"],
  ["Zoë", "Zoe\u0308"],
  ["Strauß", "STRAUSS"],
  ["Ada  Lovelace", " ada lovelace "],
])("%s and %s are one name in a class", (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

test.each([
  ["Ada", "Adam"],
  ["Zoë", "Zoe"],
])("%s and %s are two", (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other));
});

test.each(["\u3164", "\u200d\u200d", "  ", "5\u202eb", "x".repeat(81)])(
  "no class is called %j",
  (name) => {
    expect(requests.open.safeParse({ name }).success).toBe(false);
  },
);

test("a class's name is kept without what cannot be seen", () => {
  expect(requests.open.parse({ name: " 5b\u3164 \u200d " })).toMatchObject({
    name: "5b",
  });
});
