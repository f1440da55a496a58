import { expect, test } from "vitest";
import { limits, readGift } from "@/content/exchange/read-gift";

const read = (text: string) => readGift(text, "passes");

test("GIFT as Moodle’s papers show it is read", () => {
  const { questions, notices } = read(
    [
      "// a comment\n::Who's buried?:: Who is buried\nin Grant's tomb? {=no one#Yes.\n// why?\n~Grant}",
      "Two plus {=two =2} equals four.",
      "When was Grant born? {#1822:5}",
      "What is about pi? {#=3.1..3.2#Close.}",
      "The sun is hot. {T#It is hot.#It is.}",
      "Which? {~%50%a ~%50%b ~%-100%c}",
      "Match. {=cat -> milk\\: warm =dog -> bone}",
    ].join("\n\n"),
  );
  expect(notices).toEqual([]);
  expect(questions.map(({ kind }) => kind)).toEqual([
    ...["one", "blank", "number", "number", "one", "several", "match"],
  ]);
  expect(questions[0]).toMatchObject({
    id: "who-s-buried",
    asks: "Who is buried in Grant's tomb?",
    options: [
      { text: "no one", right: true, why: "Yes." },
      { text: "Grant", right: false, why: "This is not right." },
    ],
  });
  expect(questions[1]).toMatchObject({
    asks: "Two plus ___ equals four.",
    accepts: ["two", "2"],
  });
  expect(questions[3]).toMatchObject({ answer: 3.15, within: 0.05, right: "Close." });
  expect(questions[4]).toMatchObject({
    options: [
      { text: "True", right: true, why: "It is." },
      { text: "False", right: false, why: "It is hot." },
    ],
  });
  expect(questions[6]).toMatchObject({
    pairs: [
      { to: "milk: warm", why: "This is right." },
      { to: "bone", why: "This is right." },
    ],
  });
});

test("a short answer keeps what is right, what is not, and what is said of each", () => {
  const { questions, notices } = read(
    "Cap {=%0%Rome#No, Italy. =Paris#Yes. =%50%Lyon#Nearly. =%0%Nice =%0%*#Else.}",
  );
  expect(questions[0]).toMatchObject({
    ...{ kind: "blank", asks: "Cap ___", accepts: ["Paris"], right: "Yes." },
    misses: [
      { text: "Rome", why: "No, Italy." },
      { text: "Lyon", why: "Nearly." },
      { text: "Nice", why: "This is not right." },
    ],
    wrong: "Else.",
  });
  expect(notices.map(({ says }) => says)).toEqual([
    expect.stringContaining("“Lyon” was partly right, and is wrong here."),
  ]);
  const silent = read("Cap {=%100%Paris =%0%Rome#No.}").questions[0];
  expect(silent).toMatchObject({
    ...{ right: "This is right.", wrong: "This is not right." },
    accepts: ["Paris"],
  });
});

test("weights that differ are told, those that do not are as before", () => {
  const notices = (text: string) => read(text).notices.map(({ says }) => says);
  expect(notices("a {~%50%b ~%50%c ~%-100%d}")).toEqual([]);
  expect(notices("a {~%50%b ~%50%c ~d}")).toEqual([]);
  expect(notices("a {~%70%b ~%30%c ~%-100%d}")).toEqual([
    expect.stringContaining("Its weights are not kept"),
  ]);
  expect(read("a {~%70%b ~%30%c ~%-100%d}").questions[0]).toMatchObject({
    kind: "several",
    options: [
      { text: "b", right: true, why: "This is right." },
      { text: "c", right: true },
      { text: "d", right: false, why: "This is not right." },
    ],
  });
});

test("a number is right within its range, and partly right ones are told", () => {
  const { questions, notices } = read(
    ["a {#=%50%1822:5#Near.~#Far.}", "b {#3.2..3.1}", "c {#7}"].join("\n\n"),
  );
  expect(questions).toMatchObject([
    { answer: 1822, within: 5, right: "Near.", wrong: "Far." },
    { answer: 3.15, within: 0.05, right: "This is right.", wrong: "This is not right." },
    { answer: 7, within: 0 },
  ]);
  expect(notices.map(({ says }) => says)).toEqual([
    expect.stringContaining("Its number was partly right, and is right here."),
  ]);
});

test("a number that earns nothing is not the answer, nor is none", () => {
  expect(read("a {#=7 =%0%5#No.}").questions).toMatchObject([{ answer: 7 }]);
  for (const text of ["a {#=%0%5}", "a {#=}"]) {
    expect(read(text).notices).toMatchObject([
      { lost: true, says: expect.stringContaining("no number is its answer") },
    ]);
  }
});

test("HTML of Moodle becomes text", () => {
  const { questions } = read(
    "[html]<p>Is <b>a</b> &lt; b &times; <code>c</code>?</p>\n<p>Say.</p>{=<i>Yes</i> ~No &amp; no}",
  );
  expect(questions[0]).toMatchObject({
    asks: "Is a < b × `c`?\nSay.",
    options: [{ text: "Yes" }, { text: "No & no" }],
  });
});

test.each([
  ["a {=b ~c", 1, "A closing brace } is missing."],
  ["a =b ~c}", 1, "An opening brace { is missing."],
  ["\n\nx {T}\n\na {=b} c {=d}", 5, "more than one pair"],
  ["Write about it. {}", 1, "essay"],
  ["Only a description.", 1, "only describes"],
  ["a {~b ~c}", 1, "no answer of it is right"],
  ["a {=b =c ~d}", 1, "one of several right answers"],
  ["a {#=1 =2}", 1, "more than one number"],
  ["a {=b ~b}", 1, "two options are the same"],
  [`a {=${"b".repeat(2500)} ~c}`, 1, "2000"],
  [`${"a ".repeat(limits.characters)}{T}`, 1, "too long"],
  ["é".repeat(limits.bytes / 2 + 1), 1, "1 MB"],
])("%# is left out, with its line and why", (text, line, why) => {
  const lost = read(text).notices.filter((one) => one.lost);
  expect(lost.length).toBe(1);
  expect(lost[0]?.line).toBe(line);
  expect(lost[0]?.says).toContain(why);
});

test.each([
  ["a {=b ~%50%c ~d}", "weights are not kept"],
  ["a {=b ~c ####Well done.}", "general feedback"],
  ["a {=b =%50%c}", "“c” was partly right"],
  ["a {=b =b*}", "stands for many texts"],
  ["a {=b -> 1 =c -> 2 = -> 3}", "match nothing"],
])("%s is read, and what is lost is told", (text, why) => {
  const { questions, notices } = read(text);
  expect(questions.length).toBe(1);
  expect(notices.map(({ says, lost }) => [says.includes(why), lost])).toEqual([
    [true, false],
  ]);
});

test("no more than a thousand questions are read, each under an id of its own", () => {
  const { questions, notices } = read("::same::a {T}\n\n".repeat(1001));
  expect(new Set(questions.map(({ id }) => id)).size).toBe(1000);
  expect(notices.map(({ line }) => line)).toEqual([2001]);
});

test("no more than a thousand pieces are tried", () => {
  const { questions, notices } = read("Q{\n\n".repeat(3000));
  expect(questions).toEqual([]);
  expect(notices.length).toBe(1001);
});

const sorted = "// [tag:kind:order]\nSort. ";

test("a matching that says that it was an order is one, by the numbers of its places", () => {
  const { questions, notices } = read(`${sorted}{=b -> 2 =c -> 3 =a -> 1}`);
  expect(questions[0]).toMatchObject({ kind: "order", asks: "Sort." });
  expect(questions[0]).toMatchObject({
    items: ["a", "b", "c"].map((text) => ({ text, why: "This is right." })),
  });
  expect(notices).toEqual([]);
  const lost = read(`${sorted}{=b -> 2 =a -> 1 = -> 3}`);
  expect(lost.questions[0]).toMatchObject({ kind: "order" });
  expect(lost.notices.map(({ says }) => says)).toEqual([
    "Answers that match nothing are left out.",
  ]);
  expect(read(`${sorted}{=b -> 2 =a -> 1 =c -> 4}`).questions[0]?.kind).toBe("match");
  expect(read("Sort. {=b -> 2 =a -> 1}").questions[0]?.kind).toBe("match");
  expect(read(`${sorted}{}`).notices[0]?.says).toContain("essay");
});

test("a pattern for all texts is the wrong answer’s word where it earns nothing alone", () => {
  const { questions, notices } = read("a {=b =%50%*#Some. =%0%c}");
  expect(questions[0]).toMatchObject({ wrong: "This is not right.", accepts: ["b"] });
  expect(notices[0]?.says).toContain("“*” stands for many texts");
  const none = read("a {=%0%b#No. =%0%c#No.}");
  expect(none.questions).toEqual([]);
  expect(none.notices[0]?.says).toContain("needs a right text");
});
