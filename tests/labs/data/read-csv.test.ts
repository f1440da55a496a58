import { expect, test } from "vitest";
import { csvLimits, readCsv } from "@/labs/data/read-csv";

const rowsOf = (text: string) => {
  const read = readCsv(text);
  return "rows" in read ? read.rows : read.problem;
};

test.each([
  ["1\n2\n3", [["1"], ["2"], ["3"]]],
  [
    "a,b\n1,2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a\tb\r\n1\t2\r\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  ["a\rb", [["a"], ["b"]]],
  [
    "1,5;2,5\n3,5;4,5",
    [
      ["1,5", "2,5"],
      ["3,5", "4,5"],
    ],
  ],
  [
    "when;what\n1 May;1,5",
    [
      ["when", "what"],
      ["1 May", "1,5"],
    ],
  ],
  [
    "\uFEFFx,y\n\n , \n1,2",
    [
      ["x", "y"],
      ["1", "2"],
    ],
  ],
  [
    "a, b ,c\n1,2,",
    [
      ["a", "b", "c"],
      ["1", "2", ""],
    ],
  ],
  [
    '"a, ""b""\nc" , d\n1,2',
    [
      ['a, "b"\nc', "d"],
      ["1", "2"],
    ],
  ],
  [
    "note; odd,1\nnote,2\nnote,3",
    [
      ["note; odd", "1"],
      ["note", "2"],
      ["note", "3"],
    ],
  ],
  [
    '5" pipe,1\n6" pipe,2',
    [
      ['5" pipe', "1"],
      ['6" pipe', "2"],
    ],
  ],
])("%j is read into its rows", (text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
});

test.each([
  ["", "There is nothing to read: it is empty."],
  [" \n\t\n", "There is nothing to read: it is empty."],
  ['1,2\n"3,4\n5,6', "Line 2 opens a quote that never closes."],
  ['1,2\n"3"4,5', "Line 2 goes on behind a closing quote."],
  [
    "\x89PNG\r\n\x1a\n\0\0",
    "This is not plain text: save the table as CSV and try again.",
  ],
  [`1\n${"9".repeat(201)}`, "Line 2 has a cell of over 200 characters."],
  [`1\n"${"9".repeat(201)}"`, "Line 2 has a cell of over 200 characters."],
  [`a\n${"1,".repeat(50)}1`, "Line 2 has more than 50 columns."],
  ["1\n".repeat(10_001), "It has more than 10,000 rows."],
])("a bad text is refused in one sentence (%#)", (text, says) => {
  expect(rowsOf(text)).toBe(says);
});

test("the line of a problem counts the line ends inside quotes", () => {
  expect(rowsOf('"a\nb\nc",1\n2,"3')).toBe("Line 4 opens a quote that never closes.");
});

test("as much as the limits allow is read", () => {
  const { rows, columns, cell } = csvLimits;
  expect(rowsOf("1\n".repeat(rows))).toHaveLength(rows);
  expect(rowsOf("1;".repeat(columns - 1).concat("1"))).toEqual([
    Array(columns).fill("1"),
  ]);
  expect(rowsOf("9".repeat(cell))).toEqual([["9".repeat(cell)]]);
});

test("what a spreadsheet writes comes back, whatever stands in its cells", () => {
  const cells = [
    ["a,b", 'say "so"', ""],
    ["x\ny", " padded ", "1;5"],
  ];
  for (const separator of [",", ";", "\t"]) {
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const text = cells.map((row) => row.map(quoted).join(separator)).join("\r\n");
    expect(rowsOf(text)).toEqual(cells);
  }
});

test("a text of a megabyte is read in far less than a second", () => {
  const began = performance.now();
  expect(rowsOf("1,2,3,4,5,6,7,8,9,10,11,12,13\n".repeat(9999))).toHaveLength(9999);
  expect(rowsOf(`"${"x\n".repeat(500_000)}`)).toMatch(/never closes/);
  expect(performance.now() - began).toBeLessThan(800);
});

test.each([
  [
    "sep=;\na,b;c\n1,5;2",
    [
      ["a,b", "c"],
      ["1,5", "2"],
    ],
  ],
  [
    '"sep=|"\r\na|b\r\n1|2',
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "sep=\t\na,1\tb\nc,2\td",
    [
      ["a,1", "b"],
      ["c,2", "d"],
    ],
  ],
])("the separator that %j names in its first line is obeyed", (text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
});

test("each line is a cell where no separator is asked for", () => {
  const read = readCsv('1,5\n"2,5"\n\n3;5', "");
  expect("rows" in read && read.rows).toEqual([["1,5"], ["2,5"], ["3;5"]]);
});
