import { expect, test } from "vitest";
import { readRoster, rosterOf } from "@/components/class/teacher/roster";

function entriesOf(text: string) {
  const table = readRoster(text);
  if ("problem" in table) throw new Error(table.problem);
  return rosterOf(table);
}

const brief = (text: string) =>
  entriesOf(text).entries.map(({ name, studentId, section }) =>
    [name, studentId ?? "-", section ?? "-"].join("|"),
  );

test("a list of names alone is read, one in a line", () => {
  expect(brief("Ada Lovelace\n\n  Grace Hopper \r\nZoë\n")).toEqual([
    "Ada Lovelace|-|-",
    "Grace Hopper|-|-",
    "Zoë|-|-",
  ]);
});

test("columns without titles are names, ids and sections, by what stands in them", () => {
  expect(brief("Ada;007;A\nBo;012;B")).toEqual(["Ada|007|A", "Bo|012|B"]);
  expect(brief("Ada\tA\t007\nBo\tA\t012")).toEqual(["Ada|007|A", "Bo|012|A"]);
  expect(brief("Ada,A\nBo,A\nCem,B\nDil,B")).toEqual([
    "Ada|-|A",
    "Bo|-|A",
    "Cem|-|B",
    "Dil|-|B",
  ]);
  expect(brief("Ada,ada@school.example\nBo,bo@school.example")).toEqual([
    "Ada|ada@school.example|-",
    "Bo|bo@school.example|-",
  ]);
});

test("last and first names in two columns become one name", () => {
  expect(brief("Lovelace, Ada\nHopper, Grace\n")).toEqual([
    "Ada Lovelace|-|-",
    "Grace Hopper|-|-",
  ]);
  expect(brief("Surname,First name,ID number\nLovelace,Ada,7\n")).toEqual([
    "Ada Lovelace|7|-",
  ]);
});

test("what Canvas and Moodle export is read by its titles", () => {
  const canvas = `Student,ID,SIS User ID,SIS Login ID,Section,Essay (12)
    Points Possible,,,,,10
Ada Lovelace,55,s-7,ada,Biology 2b,9
"Hopper, Grace",56,s-8,grace,Biology 2b,`;
  expect(brief(canvas)).toEqual([
    "Ada Lovelace|s-7|Biology 2b",
    "Hopper, Grace|s-8|Biology 2b",
  ]);
  const moodle = `First name,Last name,ID number,Email address,Group
Ada,Lovelace,7,ada@school.example,Blue`;
  expect(brief(moodle)).toEqual(["Ada Lovelace|7|Blue"]);
});

test("who stands twice, by whatever look-alike letters, and who has no name is left out", () => {
  const { entries, problems } = entriesOf(
    `Name,Id\nAda,1\nada,2\n\u0410da,3\n,4\n${"x".repeat(100)},5\nBo,6`,
  );
  expect(entries.map(({ name }) => name)).toEqual(["Ada", "Bo"]);
  expect(problems).toHaveLength(4);
  expect(problems.join(" ")).toContain("“ada” stands twice");
  expect(problems.join(" ")).toContain("Row 4 has no name");
});

test("the uses of columns can be chosen otherwise", () => {
  const table = readRoster("A,Ada\nA,Bo");
  if ("problem" in table) throw new Error(table.problem);
  const { entries } = rosterOf({ ...table, uses: ["section", "name"] });
  expect(entries).toEqual([
    { name: "Ada", studentId: null, section: "A" },
    { name: "Bo", studentId: null, section: "A" },
  ]);
  expect(rosterOf({ ...table, uses: ["none", "none"] }).entries).toEqual([]);
});

test("a list that cannot be read says why, in a sentence", () => {
  expect(readRoster("  ")).toHaveProperty("problem");
  expect(readRoster("Name,Section\n")).toEqual({
    problem: "The list has titles and no learner.",
  });
  expect(readRoster('"Ada')).toHaveProperty("problem", expect.stringContaining("quote"));
});
