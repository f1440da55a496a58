import { expect, test } from "vitest";
import { csvText } from "@/labs/arithmetic/csv";
import { streamKey, uniform } from "@/labs/arithmetic/random";
import { parseCsv } from "@/tests/parse-csv";

test("a table is written as it was before it was written here, byte for byte", () => {
  const rows = [
    ["learner", "test loss"],
    ["Ada", 0.1],
    ['Ada "the first"', 1e-7],
    ["Byron, Ada", -2.5],
    ["two\nlines", 1e21],
    [" spaced ", ""],
    ["=1+1", "＠x"],
    ["\t=1", "-"],
    ["a;b", "\ufeffmark"],
  ];
  expect(csvText(rows, "\r\n")).toBe(
    'learner,test loss\r\nAda,0.1\r\n"Ada ""the first""",1e-7\r\n"Byron, Ada",-2.5\r\n"two\nlines",1e+21\r\n" spaced ",\r\n"\'=1+1","\'＠x"\r\n"\'\t=1","\'-"\r\na;b,"\ufeffmark"\r\n',
  );
});

test.each([
  "=1",
  "+1",
  "-1",
  "@x",
  "\t=1",
  "\r",
  "\n1",
  "＝1",
  "＋1",
  "－1",
  "＠x",
  "  =1",
])("%j is no formula in a spreadsheet", (text) => {
  expect(parseCsv(csvText([[text, "b"]]))).toEqual([[`'${text}`, "b"]]);
});

test.each([
  ["a b", "a b"],
  ["'a", "'a"],
  ["a=1", "a=1"],
  ["a", "a"],
  [" a", '" a"'],
  ["a ", '"a "'],
  ["a\rb", '"a\rb"'],
  ["a\nb", '"a\nb"'],
  ["a,b", '"a,b"'],
  ["\ufeffa", '"\ufeffa"'],
  ["\ta", '"\'\ta"'],
  ["\ra", '"\'\ra"'],
  ["\na", '"\'\na"'],
  [" \t-", '"\' \t-"'],
])("%j is written %j: each sign that needs quotes has them by itself", (text, cell) => {
  expect(csvText([[text]])).toBe(`${cell}\n`);
});

test("a number is itself, below zero too", () => {
  expect(csvText([[-1, 0, 1e-9]])).toBe("-1,0,1e-9\n");
});

test("every table comes back: 2,000 random ones", () => {
  const draw = uniform(streamKey(5, 6));
  const below = (count: number) => Math.floor(draw() * count);
  const letters = ["a", " ", '"', ",", ";", "\n", "\r", "é", "王", "1", "'", "\ufeff"];
  for (let round = 0; round < 2000; round += 1) {
    const columns = 2 + below(3);
    const rows = Array.from({ length: 1 + below(4) }, () =>
      Array.from(
        { length: columns },
        () => `a${Array.from({ length: below(5) }, () => letters[below(12)]).join("")}`,
      ),
    );
    expect(parseCsv(csvText(rows))).toEqual(rows);
    expect(parseCsv(csvText(rows, "\r\n"))).toEqual(rows);
  }
});
