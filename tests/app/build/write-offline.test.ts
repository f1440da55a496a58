import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { workerOf } from "@/app/build/write-offline";

test("the worker of a version begins with nothing but what a worker has", async () => {
  const heard: string[] = [];
  const self = {
    location: { origin: "https://course.example" },
    registration: { scope: "https://course.example/course" },
    addEventListener: (type: string) => heard.push(type),
  };
  const script = await workerOf("0123456789abcdef");
  expect(script).toMatch(/^\/\/ 0123456789abcdef\n/);
  runInContext(script, createContext({ self, URL, fetch }));
  expect(heard).toEqual(["activate", "message", "fetch"]);
  expect(await workerOf("fedcba9876543210")).not.toBe(script);
});
