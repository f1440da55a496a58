// Links as they were once written: each opens the same run and the same assignment.

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { nothingAsked } from "@/labs/assignment/assignment-parts";
import { isLabId, labs } from "@/labs/catalog/labs";
import { pathOf } from "@/labs/run/link";
import { planOf } from "@/labs/run/plan";
import { plainRun } from "@/labs/run/run";
import { provideData } from "../labs/provide-data";
import kept from "./links.json";

type KeptLink = {
  link: string;
  lab: string;
  /** What differs from where the lab starts. */
  run: object;
  /** What differs from an assignment that asks for nothing; left out where it is none. */
  asks?: object;
  /** Key and sentence of each part that was refused. */
  refused?: readonly string[];
  /** Left out where the link comes back as it was. */
  writes?: string;
  /** Of the examples and the first weights: see `bitsOf`. */
  task: string;
};

provideData();
const links: readonly KeptLink[] = kept.links;

function labOf(id: string) {
  if (!isLabId(id)) throw new Error(`no lab ${id}`);
  return labs[id];
}

const bitsOf = (...parts: readonly (Float32Array | Float64Array)[]) => {
  const hash = createHash("sha256");
  for (const { buffer, byteOffset, byteLength } of parts) {
    hash.update(Buffer.from(buffer, byteOffset, byteLength));
  }
  return hash.digest("hex").slice(0, 24);
};

test.each(kept.starts)("the lab $lab starts where it did", ({ lab, start }) => {
  // What was no setting then is where it changes nothing.
  expect(labOf(lab).start).toEqual({ ...plainRun, ...start });
});

test.each(links)("$link", ({ link, lab: id, run, asks, refused = [], writes, task }) => {
  const lab = labOf(id);
  const read = readLink(link);
  if (!read) throw new Error("It is no link of a lab.");
  const expected = { ...lab.start, ...run };
  expect(read.run).toEqual(expected);
  expect(read.assignment).toEqual(
    asks ? { lab, run: expected, ...nothingAsked, ...asks } : null,
  );
  expect(read.refused.map(({ key, says }) => `${key}: ${says}`)).toEqual(refused);
  const written = read.assignment ? linkOf(read.assignment) : pathOf(lab, read.run);
  expect(written).toBe(writes ?? link);
  const { examples, state } = planOf(read.run);
  expect(bitsOf(examples.features, examples.targets, state)).toBe(task);
});

test("the kept links set every setting of then and ask for every part", () => {
  const set = new Set(links.flatMap(({ run }) => Object.keys(run)));
  const settings = kept.starts.flatMap(({ start }) => Object.keys(start));
  expect([...set].sort()).toEqual([...new Set(settings)].sort());
  const asked = new Set(links.flatMap(({ asks = {} }) => Object.keys(asks)));
  // Links did not tell these then.
  const { quizPoints: _, feedback: __, ...askable } = nothingAsked;
  expect([...asked].sort()).toEqual(Object.keys(askable).sort());
  const then = kept.starts.map(({ lab }) => lab);
  expect(new Set(links.map(({ lab }) => lab))).toEqual(new Set(then));
});
