import { expect, test } from "vitest";
import { linkedOpening } from "@/components/lab/linked-opening";
import { allParts, openingOf } from "@/components/lab/opening";
import type { Lab } from "@/labs/catalog/lab";
import { labs } from "@/labs/catalog/labs";
import { pathOf } from "@/labs/run/link";

const lab: Lab = labs.loss;
const address = (query: string) => linkedOpening(lab, "address", query);

test("a plain link opens the lab as it was, with all its sides and parts", () => {
  const { start, parts, assignment } = address("lr=0.1");
  expect(assignment).toBeNull();
  expect(start).toMatchObject({ run: { rate: 0.1 }, beside: { kind: "lab" } });
  expect(parts).toEqual(allParts);
});

test("an assignment's lab trains alone, without claims and without a link of its own", () => {
  const { start, parts, assignment } = address("assignment=1&goal=loss_0.1&lr=0.1");
  expect(assignment?.goals).toEqual([{ kind: "loss", bound: 0.1 }]);
  expect(start).toMatchObject({ run: { rate: 0.1 }, beside: { kind: "nothing" } });
  expect([...parts].sort()).toEqual(
    [...allParts].filter((part) => part !== "claims" && part !== "link").sort(),
  );
});

const keysOf = (refused: readonly { key: string }[]) => refused.map(({ key }) => key);

test("an assignment begins where its settings are odd, and they are named", () => {
  const { start, unclear } = address("assignment=1&goal=loss_0.1&lr=99&moon=1");
  expect(keysOf(start.refused)).toEqual(["lr", "link"]);
  expect(unclear).toEqual([]);
});

test.each([
  ["goal=loss_0.1*moon&lock=lr-moon&due=soon&lr=99&moon=1", ["goal", "lock", "due"]],
  ["goal=loss_1&goal=loss_2", ["goal"]],
  ["goal=loss_1*accuracy_9&points=1-x", ["points"]],
  ["goal=loss_1&quiz=!", ["quiz"]],
  [`goal=loss_1&note=${"x".repeat(2001)}`, ["note"]],
])("an assignment of which a part is unclear does not begin: %s", (query, keys) => {
  const { unclear } = address(`assignment=1&${query}`);
  expect(keysOf(unclear)).toEqual(keys);
});

test.each(["goal=loss_1", "assignment=2&goal=loss_1", "assignment=1&assignment=1"])(
  "nor does one of another version, or of none: %s",
  (query) => {
    expect(keysOf(address(query).unclear)).toEqual(["assignment"]);
  },
);

test("what mail programs make of a link is no part of it", () => {
  const query = "assignment=1&amp;goal=loss_1&amp;lr=0.1&utm_source=x&fbclid=y&gclid=z";
  const { start, unclear, assignment } = address(query);
  expect([start.refused, unclear]).toEqual([[], []]);
  expect(assignment?.goals).toHaveLength(1);
  expect(start.run.rate).toBe(0.1);
});

test("a frame shows the parts asked for, and its odd parts are named", () => {
  const embed = (query: string) => linkedOpening(lab, "embed", query);
  const { parts, assignment } = embed("controls=buttons-link&assignment=1&goal=loss_1");
  expect([...parts]).toEqual(["buttons"]);
  expect(assignment?.goals).toHaveLength(1);
  expect(embed("controls=moon").start.refused[0]?.key).toBe("controls");
});

test("a given run opens alone and without its link; the lab's own with its sides", () => {
  const run = { ...lab.start, rate: 0.5 };
  const given = openingOf(lab, { kind: "given", run });
  expect(given.start).toMatchObject({ run, beside: { kind: "nothing" } });
  expect(given.parts.has("link")).toBe(false);
  const own = openingOf(lab, { kind: "own" });
  expect(own.start).toMatchObject({ run: lab.start, beside: { kind: "lab" } });
});

test("a link opens at a pass of its run, which is no part of the run", () => {
  const { start } = address("lr=0.1&at=30");
  expect(start).toMatchObject({ at: 30, refused: [], run: { rate: 0.1 } });
  expect(start.run).toEqual(address("lr=0.1").start.run);
  const path = pathOf(lab, start.run, start.at);
  expect(path).toBe("/labs/loss?lr=0.1&at=30");
  expect(address(path.split("?")[1] ?? "")).toEqual(address("lr=0.1&at=30"));
  expect(linkedOpening(lab, "embed", "at=30").start.at).toBe(30);
  expect(address("at=0").start).toMatchObject({ at: null, refused: [] });
});

test("a pass that the run does not have is refused, and so is one in an assignment", () => {
  const { passes } = lab.start;
  expect(address(`at=${passes}`).start.at).toBe(passes);
  for (const text of [String(passes + 1), "-1", "1.5", "1e2", "0x1", "", " 3", "moon"]) {
    const { at, refused } = address(`at=${encodeURIComponent(text)}`).start;
    expect(at).toBeNull();
    expect(refused.map(({ key }) => key)).toEqual(["at"]);
    expect(refused[0]?.says).toContain(`from 0 to ${passes}`);
  }
  expect(address("at=3&at=4").start).toMatchObject({ at: null });
  expect(address("at=3&at=4").start.refused[0]?.says).toContain("“at”");
  const assigned = address("assignment=1&goal=loss_0.1&at=3").start;
  expect(assigned.at).toBeNull();
  expect(assigned.refused[0]?.says).toContain("“at”");
});

test("what copying and mailing add to a link opens it no other way", () => {
  const task = "assignment=1&goal=loss_0.1&lr=0.2";
  for (const kind of ["address", "embed"] as const) {
    for (const query of [task, "at=30&lr=0.2", "controls=curve&lr=0.2"]) {
      const opened = linkedOpening(lab, kind, query);
      const mangled = `${query.replaceAll("&", "&amp;")}&amp;utm_source=a&gclid=b`;
      expect(linkedOpening(lab, kind, mangled), `${kind} ${query}`).toEqual(opened);
    }
  }
});
