import { expect, test } from "vitest";
import * as z from "zod";
import { jsonIn, readerOf, took } from "@/content/class/message-fields";

test("JSON is read, and what is none is undefined", () => {
  expect([jsonIn('{"a":[1]}'), jsonIn("null")]).toEqual([{ a: [1] }, null]);
  expect([jsonIn(""), jsonIn("{")]).toEqual([undefined, undefined]);
});

test("a reader gives what is of its shape, and null for all else", () => {
  const read = readerOf(z.object({ a: z.number() }));
  expect(read('{"a":1,"b":2}')).toEqual({ a: 1 });
  expect([read('{"a":"1"}'), read("{"), read("null")]).toEqual([null, null, null]);
});

test("an answer took a day at most", () => {
  const day = 86_400_000;
  expect([0, day, day + 1, 9 * day].map((time) => took.parse(time))).toEqual([
    ...[0, day, day, day],
  ]);
  expect(took.safeParse(-1).success).toBe(false);
});
