import { expect, test } from "vitest";
import { most } from "@/labs/data/dataset";
import { pointsCsv, pointsFromCsv, withoutCopies } from "@/labs/data/own-points";
import { formatRun, longestLink } from "@/labs/run/link";
import { parseRun } from "@/labs/run/open-link";
import { plainRun, type Run } from "@/labs/run/run";

function readings(text: string) {
  const points = pointsFromCsv(text);
  if ("problem" in points) throw new Error(points.problem);
  return points;
}
function read(text: string) {
  const [first, ...others] = readings(text);
  if (!first) throw new Error("There is no reading.");
  expect(others).toEqual([]);
  return first;
}
const problem = (text: string) => {
  const points = pointsFromCsv(text);
  return "problem" in points ? points.problem : null;
};

test("labels become classes in order of appearance, with or without a header", () => {
  const rows = "1,-0.5,dog\n0.255,2,cat\n-3,3,dog\n";
  const points = [
    { x: 1, y: -0.5, target: 0 },
    { x: 0.26, y: 2, target: 1 },
    { x: -3, y: 3, target: 0 },
  ];
  for (const text of [
    rows,
    `a,b,c\n${rows}`,
    `\uFEFFx;y;label\r\n${rows.replaceAll(",", ";")}`,
  ]) {
    expect(read(text)).toMatchObject({ points, labels: ["dog", "cat"], says: [] });
  }
});

test("a header that names its columns may order them otherwise", () => {
  expect(read("Class,y,x\na,1,2\nb,-1,-2\n").points).toEqual([
    { x: 2, y: 1, target: 0 },
    { x: -2, y: -1, target: 1 },
  ]);
});

test("the label is found where it stands, in words or as numbers that come again", () => {
  const points = [
    { x: 1.5, y: 2, target: 0 },
    { x: 2.5, y: -1, target: 1 },
    { x: 2.25, y: -2, target: 1 },
  ];
  for (const text of [
    "red;1,5;2\nblue;2,5;-1\nblue;2,25;-2",
    "1.5,red,2\n2.5,blue,-1\n2.25,blue,-2",
    "7,1.5,2.0\n8,2.5,-1.0\n8,2.25,-2.0",
  ]) {
    expect(read(text).points).toEqual(points);
  }
});

test("where two readings remain, both are given with what sets them apart", () => {
  expect(readings("0,0.5,1\n1,0.7,2\n1,0.9,2").map(({ how }) => how)).toEqual([
    "column 1 is the label",
    "column 3 is the label",
  ]);
  const [point, comma] = readings("1.001;2.002;a\n1.003;2.004;b");
  expect(point?.how).toBe("“1.001” is 1.001");
  expect(point?.says[0]).toMatch(/^x runs from 1.001 to 1.003/);
  expect(comma?.how).toBe("“1.001” is 1001");
  expect(comma?.says[0]).toMatch(/^x runs from 1001 to 1003/);
});

test("numbers of one column that are written in several ways are refused", () => {
  expect(problem("1.5;1;a\n1,5;2;b")).toBe(
    "The numbers for x are written in several ways.",
  );
});

test("points written as CSV are read back the same", () => {
  const { points, labels } = read("1,2,blue\n-0.01,0,orange\n3,-3,blue");
  const again = read(pointsCsv(points, labels));
  expect(again.points).toEqual(points);
  expect(again.labels).toEqual(labels);
});

test("a column outside the plane is stretched to it, and that is said", () => {
  const { points, says } = read("100,1,a\n200,2,b\n150,0,a");
  expect(points.map(({ x }) => x)).toEqual([-2.7, 2.7, 0]);
  expect(points.map(({ y }) => y)).toEqual([1, 2, 0]);
  expect(says).toEqual([
    "x runs from 100 to 200 and lies outside −3 to 3, so it is stretched to −2.7 to 2.7.",
  ]);
});

test("columns that are tiny, constant or enormous come onto the plane", () => {
  const tiny = read("0.001,0,a\n0.002,1,b");
  expect(tiny.points.map(({ x }) => x)).toEqual([-2.7, 2.7]);
  expect(tiny.says[0]).toContain("too narrow");
  const constant = read("50,0,a\n50,1,b");
  expect(constant.points.map(({ x }) => x)).toEqual([0, 0]);
  expect(constant.says[0]).toContain("moved to 0");
  const enormous = read("1.7e308,0,a\n-1.7e308,1,b");
  expect(enormous.points.map(({ x }) => x)).toEqual([2.7, -2.7]);
});

test("of too many rows an even choice is kept, rare classes included", () => {
  const rows = Array.from({ length: 5000 }, (_, at) => {
    const label = at === 4321 ? "rare" : at % 4 === 0 ? "a" : "b";
    return `${(at % 60) / 10 - 3},${(at % 7) / 3 - 1},${label}`;
  });
  const { points, labels, says } = read(rows.join("\n"));
  expect(points.length).toBeLessThanOrEqual(most.own);
  expect(points.length).toBeGreaterThan(0.95 * most.own);
  expect(says[0]).toBe(`Of 5000 rows, ${points.length} are kept, evenly spread.`);
  const count = (label: string) =>
    points.filter(({ target }) => labels[target] === label).length;
  expect(count("rare")).toBe(1);
  expect(count("b") / count("a")).toBeCloseTo(3, 0);
});

test("each thing that is wrong has its own sentence", () => {
  expect(problem("")).toMatch(/empty/);
  expect(problem("x,y,label\n")).toMatch(/number|two rows/);
  expect(problem("1,2,a")).toMatch(/two rows/);
  expect(problem("1,2,a\n1,2,a")).toBe(
    "All rows have the label “a”: two classes are needed at least.",
  );
  expect(problem("1,2,a\none,2,b")).toBe(
    "Row 2 has “one” for x, where a number is needed.",
  );
  expect(problem("1,2,a\n1,,b")).toBe(
    "Row 2 has nothing for y, where a number is needed.",
  );
  expect(problem("1,2,a\n1,2,")).toBe("Row 2 has no label.");
  expect(problem("1,2,3,a\n1,2,3,b")).toBe(
    "Row 1 has 4 columns: three are needed, x, y and label.",
  );
  expect(problem("1\n2")).toMatch(/1 column:/);
  expect(problem("1,NaN,a\n1,Infinity,b")).toMatch(/Row 1 has “NaN” for y/);
  const eleven = Array.from({ length: 11 }, (_, at) => `1,${at / 10},c${at}`).join("\n");
  expect(problem(eleven)).toMatch(/11 different labels/);
  expect(problem(`1,2,${"a".repeat(5000)}\n1,2,b`)).not.toBeNull();
  expect(problem("\0\u0001\u0002")).toMatch(/plain text/);
});

test("as many points as may be drawn fit into a link that gives them back", () => {
  const own = Array.from({ length: most.own }, (_, at) => ({
    x: -2.99,
    y: -1.11 - at / 100000,
    target: at % most.classes,
  })).map((point) => ({ ...point, y: -2.33 }));
  const run: Run = { ...plainRun, data: "own", own, layers: [8, 8], loss: "categorical" };
  const link = formatRun(run, plainRun);
  expect(link.length).toBeLessThan(longestLink);
  expect(parseRun(link, plainRun)).toEqual({ run, refused: [] });
});

test("a point that stands twice is kept once, where it stood first", () => {
  const [one, other] = [
    { x: 1, y: 2, target: 0 },
    { x: 1, y: 2, target: 1 },
  ];
  const third = { x: -1, y: 2, target: 0 };
  expect(withoutCopies([one, other, { ...one }, third, { ...third }])).toEqual([
    one,
    other,
    third,
  ]);
});
