import { expect, test } from "vitest";
import { streamKey, uniform } from "@/labs/arithmetic/random";
import {
  formatAssignment,
  linkOf,
  parseLink,
  readLink,
} from "@/labs/assignment/assignment-link";
import type { Lab } from "@/labs/catalog/lab";
import { type LabId, labs } from "@/labs/catalog/labs";
import { longestLink } from "@/labs/run/link";
import { settings } from "@/labs/run/run";
import { times } from "../../soak";
import { quickestTry } from "./quickest-try";
import { randomAssignment } from "./random-assignment";

/** The longest that one link may take, in milliseconds. */
const patience = 200;

const ids = Object.keys(labs) as LabId[];

const pieces = [
  ...["%", "%ff", "%00", "%u0041", "&", "=", "*", "_", "-", "+", "#", "?", "/", "\u0000"],
  ...[
    "\ud800",
    "🙂",
    "\u202e",
    "assignment=1",
    "&assignment=2&",
    "goal=",
    "&lock=-",
    "1e9",
  ],
  ...["__proto__", "constructor", "&note=", "&due=2026-12-01T18:00Z", "loss_0.1*", "NaN"],
  ...["answer_a", "data=digits", "data=own", "own=1_1_0*2_2_1", "w=0_1*99999_1", "é"],
];

/**
 * Reads a link, and once more as the site itself writes it. Gives whether it was an
 * assignment, and how long reading it took. Throws where the two differ.
 */
function settle(written: string, lab: Lab) {
  const took = quickestTry(patience, () => {
    parseLink(written, lab);
    readLink(`/labs/${lab.id}?${written}`);
  });
  const { assignment, run, refused } = parseLink(written, lab);
  const odd = refused.find(({ says }) => says.length > 400);
  if (odd) throw new Error(`Too long to be read: ${odd.says}`);
  if (settings.some((setting) => run[setting] === undefined)) {
    throw new Error(`A run with a hole: ${written}`);
  }
  const query = assignment ? formatAssignment(assignment) : "";
  // Text that is not yet in percents grows when it is written.
  if (!assignment || query.length > longestLink) return { took, isAssignment: false };
  const again = parseLink(query, lab);
  const same = again.assignment && formatAssignment(again.assignment) === query;
  if (!same || again.refused.length > 0) throw new Error(`Not settled: ${written}`);
  return { took, isAssignment: true };
}

const tookOf = (written: string, lab: Lab) => settle(written, lab).took;

const mangled = times(1500, 40_000);

test(`${mangled} mangled links are read without a throw, quickly, and settle at once`, () => {
  const whole = Array.from({ length: 400 }, (_, at) =>
    formatAssignment(randomAssignment(at)),
  );
  let slowest = 0;
  let assignments = 0;
  for (let seed = 0; seed < mangled; seed += 1) {
    const draw = uniform(streamKey(seed, 78));
    const upTo = (most: number) => Math.floor(draw() * (most + 1));
    let link = whole[seed % whole.length]!.slice(0, 1 + upTo(1200));
    for (let changes = 1 + upTo(4); changes > 0; changes -= 1) {
      const at = upTo(link.length);
      const piece = pieces[upTo(pieces.length - 1)]!;
      const odd = draw() < 0.5 ? piece : String.fromCharCode(upTo(0xffff));
      link = link.slice(0, at) + odd + link.slice(at + upTo(3));
    }
    const { took, isAssignment } = settle(link, labs[ids[seed % ids.length]!]);
    slowest = Math.max(slowest, took);
    if (isAssignment) assignments += 1;
  }
  expect(slowest).toBeLessThan(patience);
  expect(assignments).toBeGreaterThan(mangled / 2);
});

const noisy = times(2000, 20_000);

test(`${noisy} links of noise are read without a throw, quickly`, () => {
  let slowest = 0;
  for (let seed = 0; seed < noisy; seed += 1) {
    const draw = uniform(streamKey(seed, 79));
    const parts = Array.from(
      { length: Math.floor(draw() * 40) },
      () => pieces[Math.floor(draw() * pieces.length)]!,
    );
    const lab = labs[ids[seed % ids.length]!];
    const noise = parts.join(draw() < 0.5 ? "" : "&");
    slowest = Math.max(slowest, tookOf(`assignment=1&${noise}`, lab));
    // Noise is no address.
    readLink(noise);
    readLink(`https://${noise}/labs/${lab.id}?${noise}`);
  }
  expect(slowest).toBeLessThan(patience);
});

test.each([
  ["goal", "*"],
  ["goal", "answer_a*"],
  ["goal", "loss_0.1*"],
  ["lock", "-"],
  ["quiz", "."],
  ["quiz", "a."],
  ["lock", "data-"],
  ["note", "%E2%80%AE"],
  ["note", "\r\n"],
  ["title", "+"],
  ["due", "0"],
  ["own", "1_1_0*"],
  ["w", "_"],
  ["layers", "1-"],
  ["x", "&y"],
  ["x", "=&"],
  ["x", "%"],
])("a link full of %s=%s… is read within the patience of a reader", (key, piece) => {
  const head = `assignment=1&${key}=`;
  const count = Math.floor((longestLink - head.length) / piece.length);
  const full = head + piece.repeat(count);
  expect(tookOf(full, labs.network)).toBeLessThan(patience);
  expect(tookOf(`${full}${piece.repeat(2 * count)}`, labs.network)).toBeLessThan(
    patience,
  );
});

test("a link of as many different parts as it can hold is read within that patience", () => {
  const parts: string[] = [];
  for (let at = 0, length = 0; ; at += 1) {
    const part = at.toString(36);
    length += part.length + 1;
    if (length > longestLink - 20) break;
    parts.push(part);
  }
  expect(parts.length).toBeGreaterThan(2000);
  expect(tookOf(`assignment=1&${parts.join("&")}`, labs.network)).toBeLessThan(patience);
});

test("an address without an end is read within that patience", () => {
  for (const piece of ["https://", "/labs/", "/", "?", "#", " ", "a"]) {
    const link = piece.repeat((2 * longestLink) / piece.length);
    const took = quickestTry(patience, () => {
      readLink(link);
      readLink(`https://x/labs/network?${link}`.slice(0, 2 * longestLink));
    });
    expect(took).toBeLessThan(patience);
  }
});

test("the link of what was read is its one name, whatever it was read from", () => {
  const assignment = randomAssignment(11);
  const link = linkOf(assignment);
  const [path = "", query = ""] = link.split("?");
  const shuffled = query.split("&").reverse().join("&");
  const loud = query.replaceAll("+", "%20");
  for (const other of [shuffled, loud, `${query}&odd=1`, `${query}&lr=`]) {
    expect(linkOf(readLink(`${path}?${other}`)!.assignment!)).toBe(link);
  }
});
