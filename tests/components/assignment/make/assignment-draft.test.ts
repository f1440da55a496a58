import { expect, test } from "vitest";
import {
  asRead,
  draftInLink,
  draftInQuery,
  freshDraft,
  keptDraft,
  workshopPath,
} from "@/components/assignment/make/assignment-draft";
import { linkOf } from "@/labs/assignment/assignment-link";
import { labs } from "@/labs/catalog/labs";
import { longestLink } from "@/labs/run/link";
import { randomAssignment } from "@/tests/labs/assignment/random-assignment";
import { times } from "../../../soak";

test("the workshop's address opens what it was written for: random assignments", () => {
  for (let seed = 0; seed < times(300, 3000); seed += 1) {
    const draft = randomAssignment(seed);
    const read = asRead(draft);
    if (!read) continue;
    const path = workshopPath(read.link, draft);
    const opened = { draft, refused: [] };
    expect(draftInQuery(path.slice("/assign?".length))).toEqual(opened);
    expect(draftInLink(`https://next-pass.example${path}`)).toEqual(opened);
    expect(draftInLink(`  https://next-pass.example${read.link}`)).toEqual(opened);
    expect(draftInLink(`/embed${read.link}`)).toEqual(opened);
    expect(draftInLink(`https://next-pass.example/labs/a${path}`)).toEqual(opened);
    expect(draftInLink(`https://next-pass.example/labs${read.link}`)).toEqual(opened);
  }
});

test("the link of a mere run begins an assignment that asks for nothing", () => {
  const draft = { ...freshDraft(labs.loss), run: { ...labs.loss.start, rate: 0.1 } };
  expect(draftInLink("/labs/loss?lr=0.1")).toEqual({ draft, refused: [] });
  expect(draftInQuery("lab=loss&lr=0.1")).toEqual({ draft, refused: [] });
});

test("an address that names no lab opens nothing, a wrong one says so", () => {
  for (const query of ["", "assignment=1", "xlab=loss", "title=lab=loss"]) {
    expect(draftInQuery(query)).toBe(null);
  }
  for (const id of ["alchemy", "", "__proto__", "constructor", "%"]) {
    const opened = draftInQuery(`lab=${id}&lr=0.1`);
    expect(opened?.refused).toHaveLength(1);
    expect(opened?.refused[0]?.says).toMatch(/^There is no lab “.*”/);
  }
});

test("bad parts of a link are named, wherever the lab stands in it", () => {
  for (const query of ["lab=loss&assignment=1&goal=x", "assignment=1&lab=loss&goal=x"]) {
    const opened = draftInQuery(query);
    expect(opened?.draft.lab).toBe(labs.loss);
    expect(opened?.refused.map(({ key }) => key)).toEqual(["goal"]);
  }
});

test("what is no link of a lab opens nothing", () => {
  for (const link of ["", "hello", "https://example.org", "/assign", "/assign?x=1"]) {
    expect(draftInLink(link)).toBe(null);
  }
});

test("a draft is read as its learners will read it", () => {
  const draft = {
    ...freshDraft(labs.network),
    run: { ...labs.network.start, data: "hills" as const },
    title: "  Two   words ",
    goals: [{ kind: "accuracy" as const, bound: 90 }],
  };
  const read = asRead(draft)!;
  expect(read.assignment?.title).toBe("Two words");
  expect(read.assignment?.goals).toEqual([]);
  expect(read.refused).toHaveLength(1);
  expect(read.link).toBe("/labs/network?assignment=1&title=Two+words&data=hills");
});

test("too long a draft has no link, and is kept all the same", () => {
  const draft = { ...freshDraft(labs.network), title: "T", note: "語".repeat(2000) };
  expect(linkOf(draft).length).toBeGreaterThan(longestLink);
  expect(asRead(draft)).toBe(null);
  const link = linkOf({ ...draft, note: "" });
  expect(keptDraft({ link, note: draft.note })).toEqual({ draft, refused: [] });
  expect(keptDraft({ link: "", note: "" })).toBe(null);
  expect(keptDraft({ link: "nonsense", note: "" })).toBe(null);
});
