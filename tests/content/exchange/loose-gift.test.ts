// GIFT as people write it: not as the strict grammar wants it, but as Moodle takes it.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { strictGift } from "@/content/exchange/moodle-gift";
import { limits, readGift } from "@/content/exchange/read-gift";
import { shownHtml } from "@/content/markup/read-html";
import { type Draw, seeded } from "@/content/quiz/kinds/draw";
import { times } from "../../soak";

const read = (text: string) => readGift(text, "passes");

test.each([
  [
    "gift-tilde-equals-and-colon.gift",
    [
      ["The kids forgot _____ the keys.", "to bring"],
      ["Choose the right answer: which layer is the last?", "the output"],
      ["Where is it explained?", "https://example.org/a"],
      ["Is it so?", "True"],
    ],
  ],
  [
    "gift-entities-es.gift",
    [["¿Cuál es la función de la última capa del niño?", "La señal"]],
  ],
  [
    "gift-table-and-code.gift",
    [
      ["1 | 2\n3 | 4\nIts determinant?", -2],
      ["What does this print?\n`for i in range(2):\n    print(i)\nprint(9)`", "0 1 9"],
    ],
  ],
])("%s is read whole", async (file, asked) => {
  const { questions, notices } = read(await readFile(`tests/inputs/${file}`, "utf8"));
  expect(notices).toEqual([]);
  const found = questions.map((one) => [
    one.asks,
    one.kind === "one"
      ? one.options.find(({ right }) => right)?.text
      : one.kind === "number" && one.answer,
  ]);
  expect(found).toEqual(asked);
});

test.each([
  ["a{#.5}", { answer: 0.5, within: 0 }],
  ["a{#-.5:+1.}", { answer: -0.5, within: 1 }],
  ["a{#1 .. 5}", { answer: 3, within: 2 }],
  ["a{#1e3}", { answer: 1000, within: 0 }],
  ["a{#3:2~#No: 3 = 3.}", { answer: 3, within: 2, wrong: "No: 3 = 3." }],
  ["a{#3:2#Yes: so.}", { answer: 3, within: 2, right: "Yes: so." }],
])("%s is a number", (text, number) => {
  expect(read(text)).toMatchObject({ questions: [number], notices: [] });
});

test("of several numbers the one that earns all is right, and the others are told", () => {
  const { questions, notices } = read("a{#=3:0#Yes. =%50%3:10#Near.}");
  expect(questions).toMatchObject([{ answer: 3, within: 0, right: "Yes." }]);
  expect(notices).toMatchObject([
    { lost: false, says: "Numbers that were partly right are wrong here." },
  ]);
});

test.each([
  ["a{#=1,5}", "The sign “,” after “a{#=1” cannot stand there."],
  ["a{b ~}", "cannot stand there."],
  ["::t::[html]<img src='x.png'>Which?{T}", "“t” is left out: it shows a picture"],
  ["::t::Which?{=a ~<svg></svg>}", "“t” is left out: it shows a picture"],
  ["::t::2<del>3</del>?{T}", "“t” is left out: it shows struck-through text"],
])("%s is refused by its sign or its name", (text, says) => {
  const { questions, notices } = read(text);
  expect(questions).toEqual([]);
  expect(notices).toMatchObject([{ lost: true, says: expect.stringContaining(says) }]);
});

test("a picture in what is said of an answer is told, and the question stays", () => {
  const { questions, notices } = read("a{=b#See <img src\\=x> there. ~c}");
  expect(questions).toMatchObject([{ options: [{ why: "See  there." }, {}] }]);
  expect(notices).toMatchObject([
    { lost: false, says: "Of what is said of its answers a picture is left out." },
  ]);
});

test.each([
  ["2<sup>4</sup> 10<sup>-9</sup> H<sub>2</sub>O", "2⁴ 10⁻⁹ H₂O"],
  ["x<sub>ij</sub> e<sup>a/b</sup> w<sup>T</sup>", "x_(ij) e^(a/b) w^T"],
  [
    "<table><tr><th>x</th><th>y</th></tr><tr><td>1</td><td>2</td></tr></table>?",
    "x | y\n1 | 2\n?",
  ],
  ["<pre>a:\n  b\n</pre>", "`a:\n  b`"],
  ["<pre><code>a:\n  b</code></pre>", "`a:\n  b`"],
  ["<p>one\ntwo</p>\n<p>three</p>", "one two\nthree"],
  ["<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol>", "• a\n• b\n1. c\n2. d"],
  ["&oacute;&sum;&#955;&nbsp;x &hellip;", "ó∑λ\u00a0x …"],
  ["<style>p{color:red}</style><!-- no -->a<script>b</script>", "a"],
  ["a <b and c> d < e <f", "a <b and c> d < e <f"],
  ['<a href="https://a.example/b">here</a>', "here (https://a.example/b)"],
  ["<q>yes</q><hr>no", "“yes”\nno"],
])("%s is shown as text", (html, text) => {
  expect(shownHtml(html)).toEqual({ text, lost: [] });
});

const words = ["loss", "a rate: 0.3", "y = 2", "see https://a.example/b", "“so”", "é"];
const htmls = [
  ["2<sup>4</sup>", "2⁴"],
  ["10<sup>−9</sup> m", "10⁻⁹ m"],
  ["<b>bold</b> &oacute;", "bold ó"],
  ["w<sub>1</sub> &lt; w<sub>2</sub>", "w₁ < w₂"],
  ["<code>a[i]</code>", "`a[i]`"],
] as const;

const pick = <T>(draw: Draw, of: readonly T[]): T => of[draw(of.length)] as T;

/** A text as it is written, and as it is to be read; answers may hold no bare `=`. */
function loose(draw: Draw, answer: boolean, number: number): readonly [string, string] {
  if (draw(10) < 3) {
    const [html, text] = pick(draw, htmls);
    return [`${number} ${html}`, `${number} ${text}`];
  }
  const text = `${number} ${pick(draw, words)}`;
  return [answer ? text.replace("=", "\\=") : text, text];
}

/** A question as people write it, and what it is to be read as. */
function looseQuestion(draw: Draw, at: number) {
  const [asks, asked] = loose(draw, false, at);
  const above = draw(10) < 2 ? "$CATEGORY: a/b: c\n" : "";
  const title = `${above}::q${at}::`;
  const [said, why] = loose(draw, true, 1);
  if (draw(10) < 4) {
    const [number, answer, within] = pick(draw, [
      [".5", 0.5, 0],
      ["1 .. 5", 3, 2],
      ["-3:2", -3, 2],
      ["+1e2", 100, 0],
      ["7", 7, 0],
    ] as const);
    const text = `${title}${asks} {#${number}~#${said}}`;
    return { text, question: { asks: asked, answer, within, wrong: why } };
  }
  const options = [2, 3, 4].map((number) => loose(draw, true, number));
  const right = draw(options.length);
  const written = options.map(([text], at) => {
    const mark = at !== right ? "~" : pick(draw, ["=", "~="]);
    return `${mark}${text}${draw(2) === 0 ? `#${said}` : ""}`;
  });
  return {
    text: `${title}${asks}${pick(draw, ["{", " {", "\n{\n"])}${written.join(pick(draw, ["", " ", "\n"]))}}`,
    question: {
      asks: asked,
      options: options.map(([, text], at) => ({ text, right: at === right })),
    },
  };
}

test(`${times(100, 2000)} files in these forms are read as they are meant`, () => {
  for (let file = 0; file < times(100, 2000); file += 1) {
    const draw = seeded("loose", file);
    const questions = Array.from({ length: 6 }, (_, at) => looseQuestion(draw, at));
    const text = questions.map((one) => one.text).join("\n\n");
    const found = read(text);
    expect(found.notices, text).toEqual([]);
    expect(found.questions, text).toMatchObject(
      questions.map(({ question }) => question),
    );
  }
});

test("hostile pieces are gone through at once", () => {
  const began = performance.now();
  for (const part of ["=", "~", "#", "{", "::", "\\", "<b ", "<", "&", "a{=", "<sup>"]) {
    const text = `a{${part.repeat(limits.characters / part.length / 2)}}`;
    strictGift(text);
    shownHtml(text);
  }
  expect(performance.now() - began).toBeLessThan(5000);
});

test.each([
  ["blanks", " ".repeat(300_000)],
  ["comments", "<!--".repeat(150_000)],
  ["items", `<ol>${"<li>a".repeat(5_000)}</ol>`],
  ["cells", `<table><tr>${"<td>a".repeat(5_000)}</tr></table>`],
])("HTML full of %s is gone through at once", (_, html) => {
  const began = performance.now();
  shownHtml(html);
  expect(performance.now() - began).toBeLessThan(3000);
});
