import { expect, test } from "vitest";
import { streamKey, uniform } from "@/labs/arithmetic/random";
import { learnerName, longestName } from "@/labs/assignment/learner-name";
import { times } from "../../soak";

test.each([
  ["Ada", "Ada"],
  ["  Ada \t Lovelace\n", "Ada Lovelace"],
  ["Ange\u0301lique", "Ang\u00e9lique"],
  ["\u212b", "\u00c5"],
  ["Nguyễn Thị Minh", "Nguyễn Thị Minh"],
  ["محمد", "محمد"],
  ["می‌خواهم", "می‌خواهم"],
  ["王小明", "王小明"],
  ["王　小明", "王 小明"],
  ["👩‍🔬", "👩‍🔬"],
  ["O’Neil-Śmith, 3rd (b)", "O’Neil-Śmith, 3rd (b)"],
  ["<script>", "<script>"],
  ["x".repeat(longestName), "x".repeat(longestName)],
  ["🙂".repeat(longestName), "🙂".repeat(longestName)],
  [` ${"x".repeat(longestName)} `, "x".repeat(longestName)],
])("%j is kept as %j", (typed, name) => {
  expect(learnerName(typed)).toBe(name);
});

test.each([
  ["nothing", ""],
  ["spaces", " \t\n\u3000\u00a0"],
  ["a joiner alone", "\u200d\u200c"],
  ["too many characters", "x".repeat(longestName + 1)],
  ["too many emoji", "🙂".repeat(longestName + 1)],
  ["far too many spaces", `${" ".repeat(4 * longestName)}Ada`],
  ["a null", "Ada\u0000"],
  ["an escape", "A\u001b[31mda"],
  ["writing turned about", "Ada\u202egnp"],
  ["an isolate", "\u2066Ada\u2069"],
  ["a mark without width", "A\u200bda"],
  ["a soft hyphen", "A\u00adda"],
  ["half a character", "Ada\ud83d"],
  ["a private character", "Ada\ue000"],
  ["a tag", "Ada\u{e0041}"],
])("%s is no name", (_, typed) => {
  expect(learnerName(typed)).toBe(null);
});

const names = times(10_000, 100_000);

test(`a kept name is kept as it is: ${names} random ones`, () => {
  const ranges = [
    ...[
      [0x20, 0x7e],
      [0xa0, 0x36f],
      [0x370, 0x6ff],
      [0x900, 0xdff],
      [0x1100, 0x11ff],
    ],
    ...[
      [0x2000, 0x206f],
      [0x3000, 0x30ff],
      [0xac00, 0xd7ff],
      [0xf900, 0xfaff],
    ],
    ...[
      [0x1d100, 0x1d1ff],
      [0x1f300, 0x1f6ff],
      [0x2f800, 0x2fa1f],
      [0, 0x10ffff],
    ],
  ] as const;
  let kept = 0;
  for (let seed = 0; seed < names; seed += 1) {
    const draw = uniform(streamKey(seed, 80));
    const length = 1 + Math.floor(12 * draw());
    const [from, to] = ranges[Math.floor(draw() * ranges.length)]!;
    const points = Array.from(
      { length },
      () => from + Math.floor(draw() * (to - from + 1)),
    );
    const name = learnerName(String.fromCodePoint(...points));
    if (name === null) continue;
    kept += 1;
    expect(learnerName(name)).toBe(name);
    expect(name).toBe(name.normalize("NFC").trim());
    expect([...name].length).toBeLessThanOrEqual(longestName);
  }
  expect(kept).toBeGreaterThan(names / 2);
});

test.each([
  ["Ada\u200d", "Ada"],
  ["\u200dAda", "Ada"],
  ["Ada\u3164", "Ada"],
  ["Ada \u2800 L", "Ada L"],
  ["A\u200d\u200db", "A\u200db"],
  ["👩‍🔬 Zoë", "👩‍🔬 Zoë"],
])("names that look alike are kept alike: %j", (typed, name) => {
  expect(learnerName(typed)).toBe(name);
});

test.each(["\u3164", "\u2800", "\u200d \u200d"])(
  "unseen letters are no name: %j",
  (typed) => {
    expect(learnerName(typed)).toBeNull();
  },
);
