import { expect, test } from "vitest";
import { longest } from "@/labs/assignment/assignment";
import {
  formatAssignment,
  isSameTask,
  linkOf,
  parseLink,
  readLink,
} from "@/labs/assignment/assignment-link";
import { nothingAsked } from "@/labs/assignment/assignment-parts";
import { labs } from "@/labs/catalog/labs";
import { longestLink } from "@/labs/run/link";
import { times } from "../../soak";
import { randomAssignment } from "./random-assignment";

const { network } = labs;
const parsed = (query: string) => parseLink(`assignment=1&${query}`, network);

const random = times(500, 5000);

test(`${random} random assignments come back from their links unchanged`, () => {
  let readable = 0;
  for (let seed = 0; seed < random; seed += 1) {
    const assignment = randomAssignment(seed);
    const query = formatAssignment(assignment);
    if (query.length > longestLink) continue;
    readable += 1;
    const { lab, run } = assignment;
    expect(parseLink(query, lab)).toEqual({ assignment, run, refused: [] });
    expect(query).toMatch(/^[\x21-\x7e]+$/);
  }
  expect(readable).toBeGreaterThan(0.9 * random);
});

test("a link is read with or without the site, framed or not", () => {
  const assignment = randomAssignment(3);
  const link = linkOf(assignment);
  const { run } = assignment;
  const read = { assignment, run, refused: [] };
  const query = link.slice(link.indexOf("?"));
  for (const written of [
    link,
    `https://next-pass.example${link}`,
    `http://127.0.0.1:3000${link}`,
    `  https://next-pass.example/embed${link}\n`,
    `/labs/${assignment.lab.id}/${query}`,
    `/course${link}`,
    `https://school.example/next/course/embed${link}`,
    `https://school.example/labs${link}`,
    `${link}#top`,
  ]) {
    expect(readLink(written)).toEqual(read);
  }
});

test("what is no link of a lab is none", () => {
  for (const written of [
    ...["", "labs", "/labs", "/labs/", "/labs/alchemy?lr=1", "/labs/__proto__"],
    ...["/labs/constructor?assignment=1", "/lessons/gpus", "javascript:/labs/network"],
    ...["https://next-pass.example//labs/network", "ftp://a/labs/network"],
    `/labs/network?title=${"x".repeat(2 * longestLink)}`,
  ]) {
    expect(readLink(written)).toBe(null);
  }
});

test("a link that only sets a run asks for nothing", () => {
  const { assignment, run, refused } = parseLink("lr=0.1", network);
  expect(assignment).toBe(null);
  expect(run).toEqual({ ...network.start, rate: 0.1 });
  expect(refused).toEqual([]);
  expect(readLink("/labs/network")?.assignment).toBe(null);
});

test("an assignment may ask for nothing at all", () => {
  const { assignment, refused } = parseLink("assignment=1", network);
  expect(assignment).toEqual({ lab: network, run: network.start, ...nothingAsked });
  expect(refused).toEqual([]);
});

test("the parts stand in a link under the agreed names, in this order, legibly", () => {
  const [assignment] = [parsed("layers=8-8&lr=0.1").assignment!];
  expect(
    linkOf({
      ...assignment,
      title: "Fewest neurons",
      goals: [
        { kind: "loss", bound: 0.1 },
        { kind: "neurons", bound: 8 },
        { kind: "device", device: "cpu" },
        { kind: "answer", question: "what-is-a-pass" },
      ],
      quiz: ["what-is-a-pass", "our-own-7"],
      tries: 2,
      minutes: 20,
      lock: ["data", "layers"],
      due: "2026-12-01",
      note: "Go",
    }),
  ).toBe(
    "/labs/network?assignment=1&title=Fewest+neurons&goal=loss_0.1*neurons_8*device_cpu*answer_what-is-a-pass&quiz=what-is-a-pass.our-own-7&tries=2&minutes=20&lock=data-layers&due=2026-12-01&note=Go&layers=8-8&lr=0.1",
  );
});

const tooLong = (key: string, most: number): [string, string, string] => [
  `${key}=${"x".repeat(most + 1)}`,
  key,
  `cut after ${most} characters`,
];

test.each([
  ["goal=lose_0.1", "goal", "no goal: “lose_0.1”"],
  ["goal=loss", "goal", "“loss”"],
  ["goal=loss_", "goal", "“loss_”"],
  ["goal=loss_0", "goal", "“loss_0”"],
  ["goal=loss_-1", "goal", "“loss_-1”"],
  ["goal=loss_1e9", "goal", "“loss_1e9”"],
  ["goal=loss_NaN", "goal", "“loss_NaN”"],
  ["goal=loss_0.1_0.2", "goal", "“loss_0.1_0.2”"],
  ["goal=accuracy_0", "goal", "“accuracy_0”"],
  ["goal=accuracy_100.1", "goal", "“accuracy_100.1”"],
  ["goal=neurons_1.5", "goal", "“neurons_1.5”"],
  ["goal=neurons_385", "goal", "“neurons_385”"],
  ["goal=weights_1", "goal", "“weights_1”"],
  ["goal=weights_100001", "goal", "“weights_100001”"],
  ["goal=passes_0", "goal", "“passes_0”"],
  ["goal=passes_100001", "goal", "“passes_100001”"],
  ["goal=device_auto", "goal", "“device_auto”"],
  ["goal=device_toString", "goal", "“device_toString”"],
  ["goal=answer_", "goal", "“answer_”"],
  ["goal=answer_Not-Kebab", "goal", "“answer_Not-Kebab”"],
  ["goal=answer_two--dashes", "goal", "“answer_two--dashes”"],
  [`goal=answer_${"a".repeat(81)}`, "goal", "“answer_aaaaaaaaaaaaaaaaa…”"],
  ["goal=constructor_1", "goal", "“constructor_1”"],
  ["goal=loss_0.1*loss_0.2", "goal", "“loss_0.2”"],
  ["goal=loss_0.1*", "goal", "“”"],
  ["goal=device_cpu*device_webgpu", "goal", "“device_webgpu”"],
  ["goal=answer_one*answer_one", "goal", "“answer_one”"],
  ["goal=a*b*c*d*e", "goal", "“a”, “b”, “c”, …"],
  ["goal=accuracy_90&data=hills", "goal", "The data “hills” have no classes"],
  ["lock=data-colour", "lock", "no setting: “colour”"],
  ["lock=rate", "lock", "no setting: “rate”"],
  ["lock=-", "lock", "“”, “”"],
  ["lock=constructor-__proto__", "lock", "“constructor”, “__proto__”"],
  ["due=tomorrow", "due", "“tomorrow” is none"],
  ["due=2026-02-30", "due", "“2026-02-30” is none"],
  ["quiz=Not-An-Id", "quiz", "left out: “Not-An-Id”."],
  ["quiz=a..b", "quiz", "left out: “”."],
  ["quiz=a.b.a", "quiz", "left out: “a”."],
  ["quiz=a*b", "quiz", "“a*b”"],
  [`quiz=${"a".repeat(81)}`, "quiz", "at most 20 different ids"],
  [
    `quiz=${Array.from({ length: 22 }, (_, at) => `q${at}`).join(".")}`,
    "quiz",
    "“q20”, “q21”.",
  ],
  ["tries=0", "tries", "“0” are no number from 1 to 10"],
  ["tries=11", "tries", "“11”"],
  ["tries=1.5", "tries", "“1.5”"],
  ["tries=-1", "tries", "“-1”"],
  ["minutes=0", "minutes", "“0” are no number from 1 to 240"],
  ["minutes=241", "minutes", "“241”"],
  ["minutes=2e1", "minutes", "“2e1”"],
  ["goal=loss_1&points=1-2", "points", "left out: “2”."],
  ["goal=loss_1&points=x", "points", "a number from 0 to 100 in halves for each goal"],
  ["goal=loss_1&points=100.5", "points", "“100.5”"],
  ["goal=loss_1&points=0.3", "points", "“0.3”"],
  ["quiz=a&quizpoints=0", "quizpoints", "“0” are no number up to 100 in halves"],
  ["quiz=a&quizpoints=101", "quizpoints", "“101”"],
  ["quiz=a&feedback=never", "feedback", "“never” is none of once, handed, due, so"],
  ["goal=loss_1&points=1&points=2", "points", "“points” twice"],
  ["assignment=1", "assignment", "“assignment” twice"],
  ["title=A&title=B", "title", "“title” twice"],
  ["goal=loss_0.1&goal=loss_0.2", "goal", "“goal” twice"],
  tooLong("title", longest.title),
  tooLong("note", longest.note),
])("%s is named, and the rest is taken", (query, key, says) => {
  const { assignment, refused } = parsed(`${query}&lr=0.2`);
  expect(refused.map((refusal) => refusal.key)).toEqual([key]);
  expect(refused[0]!.says).toContain(says);
  expect(refused[0]!.says).toMatch(/^The .+\.$/);
  expect(assignment?.run.rate).toBe(0.2);
});

test("points are those of the goals in their order, and are written where any goal has some", () => {
  const { assignment, refused } = parsed("goal=loss_1*passes_9*neurons_4&points=1.5-0-2");
  expect(refused).toEqual([]);
  expect(assignment?.goals.map(({ points }) => points)).toEqual([1.5, undefined, 2]);
  expect(formatAssignment(assignment!)).toContain("points=1.5-0-2");
  expect(formatAssignment(parsed("goal=loss_1").assignment!)).not.toContain("points");
  // A goal that is none keeps its place, so that the others keep their points.
  const odd = parsed("goal=loss_1*beauty_3*passes_9&points=1-2-3").assignment;
  expect(odd?.goals.map(({ points }) => points)).toEqual([1, 3]);
  expect(parsed("goal=loss_1*passes_9&points=2").assignment?.goals).toMatchObject([
    { points: 2 },
    { kind: "passes" },
  ]);
});

test("points and feedback that are none leave what is usual", () => {
  expect(parsed("quiz=a&quizpoints=x&feedback=x").assignment).toMatchObject({
    ...{ quizPoints: null, feedback: "once" },
  });
  const { assignment } = parsed("quiz=a&quizpoints=2.5&feedback=due");
  expect(assignment).toMatchObject({ quizPoints: 2.5, feedback: "due" });
  expect(formatAssignment(assignment!)).toMatch(/&quizpoints=2.5&feedback=due$/);
});

test("two links set one task where lab, run, locks and title are alike", () => {
  const link = linkOf(parsed("title=A&goal=loss_1&lock=data&lr=0.1&note=Go").assignment!);
  const changed = (from: string, to: string) => link.replace(from, to);
  for (const other of [
    link,
    changed("note=Go", "note=Stop"),
    changed("goal=loss_1", "goal=loss_2&quiz=a&tries=2"),
    changed("lock=data", "lock=data&due=2030-01-01"),
  ]) {
    expect(isSameTask(link, other), other).toBe(true);
  }
  for (const other of [
    changed("title=A", "title=B"),
    changed("lr=0.1", "lr=0.3"),
    changed("lock=data", "lock=data-noise"),
    changed("network", "loss"),
    changed("/labs/network", "/embed/labs/network"),
    "/labs/network?lr=0.1",
    "no link",
  ]) {
    expect(isSameTask(link, other), other).toBe(false);
  }
  expect(isSameTask("/labs/network?lr=0.1", "/labs/network?lr=0.1")).toBe(false);
  expect(isSameTask("no link", "no link")).toBe(false);
});

test("a note that makes the link too long as the site writes it is left out, and said", () => {
  // Typed by hand a space is one character, and a letter of two bytes six as written.
  const own = Array.from({ length: 130 }, (_, at) => `${at}`).join("");
  const query = `title=${"x".repeat(9)}&note=${"é".repeat(1990)}&more=${own}`;
  const { assignment, refused } = parsed(query);
  expect(query.length).toBeLessThan(longestLink);
  expect(assignment?.note).toBe("");
  expect(refused.map(({ key }) => key)).toContain("note");
  expect(refused.find(({ key }) => key === "note")?.says).toBe(
    "The note would make the link longer than 10000 characters, so it is left out.",
  );
  const short = parsed(`note=${"é".repeat(1000)}`);
  expect(short).toMatchObject({ refused: [], assignment: { note: "é".repeat(1000) } });
});

test("graded questions are read in their order, and what is usual is not written", () => {
  const { assignment, refused } = parsed("quiz=b-2.a.7&tries=01&minutes=020");
  expect(refused).toEqual([]);
  expect(assignment).toMatchObject({ quiz: ["b-2", "a", "7"], tries: 1, minutes: 20 });
  const link = formatAssignment(assignment!);
  expect(link).toContain("quiz=b-2.a.7");
  expect(link).not.toContain("tries");
  expect(formatAssignment({ ...assignment!, minutes: null })).not.toContain("minutes");
});

test("a twenty-first graded question is refused, twenty are not", () => {
  const ids = Array.from({ length: 21 }, (_, at) => `q${at}`);
  const { assignment, refused } = parsed(`quiz=${ids.join(".")}`);
  expect(assignment?.quiz).toEqual(ids.slice(0, 20));
  expect(refused).toHaveLength(1);
  expect(parsed(`quiz=${ids.slice(1).join(".")}`).refused).toEqual([]);
});

test("a thirteenth goal is refused, twelve are not", () => {
  const goals = Array.from({ length: 13 }, (_, at) => `answer_q${at}`);
  expect(parsed(`goal=${goals.slice(0, 12).join("*")}`).refused).toEqual([]);
  const { assignment, refused } = parsed(`goal=${goals.join("*")}`);
  expect(assignment?.goals).toHaveLength(12);
  expect(refused[0]?.says).toContain("“answer_q12”");
});

test("another version of assignments is named, and only its run is taken", () => {
  for (const [query, says] of [
    ["assignment=2&goal=loss_0.1&lr=0.2", "version “2” of assignments"],
    ["goal=loss_0.1&lr=0.2", "says no version of assignments"],
    ["assignment=&lr=0.2", "version “” of assignments"],
    ["title=A&lr=0.2", "says no version of assignments"],
  ] as const) {
    const { assignment, run, refused } = parseLink(query, network);
    expect(assignment).toBe(null);
    expect(run.rate).toBe(0.2);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ key: "assignment" });
    expect(refused[0]!.says).toContain(says);
  }
});

test("what a run refuses is named beside what an assignment refuses", () => {
  const { refused } = parsed("lr=fast&goal=x&odd=1");
  expect(refused.map(({ key }) => key)).toEqual(["goal", "lr", "link"]);
});

test("a link that is too long is not read, and says so", () => {
  const { assignment, run, refused } = parsed(`lr=0.2&note=${"x".repeat(longestLink)}`);
  expect(assignment).toBe(null);
  expect(run).toEqual(network.start);
  expect(refused).toHaveLength(1);
  expect(refused[0]!.says).toContain("longer than 10000 characters");
});

test("texts lose what cannot be seen, and keep their script", () => {
  const text = (part: string) => parsed(`title=${encodeURIComponent(part)}`).assignment;
  expect(text("  two \n lines\t")?.title).toBe("two lines");
  expect(text("a\u0000\u0007b\u202ec\u2066d\ufeffe")?.title).toBe(
    "abcd e".replace(" ", ""),
  );
  expect(text("می‌خواهم 👩‍🔬")?.title).toBe("می‌خواهم 👩‍🔬");
  const { assignment } = parsed(
    `note=${encodeURIComponent(" # A\r\n\r\n- b\tc\rd\n")}%ff%ed%a0%80`,
  );
  expect(assignment?.note).toBe("# A\n\n- b cd\n\ufffd\ufffd\ufffd\ufffd");
});

test("a text cut in the middle of a character has no half of it", () => {
  const title = `${"x".repeat(longest.title - 1)}🙂`;
  const { assignment } = parsed(`title=${encodeURIComponent(title)}`);
  expect(assignment?.title).toBe("x".repeat(longest.title - 1));
});
