// @vitest-environment happy-dom
// What a class tells of the questions, as its teacher reads it.
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, onTestFinished, test, vi } from "vitest";
import { MeasuredSection } from "@/components/class/teacher/measured-section";
import {
  answerOf,
  askedAs,
  questionsOf,
  reportsOf,
} from "@/tests/content/items/simulated-class";

Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);

const questions = questionsOf(askedAs("p", "\n  reworded: And what is p?"));
const names = Array.from({ length: 40 }, (_, at) => `learner ${at}`);
const reports = reportsOf(
  questions,
  names.map((name, at) => {
    // Four chose one wrong option, which is not told; nor is another that would tell it.
    const option = at < 4 ? "b" : at < 10 ? "c" : at < 20 ? "d" : "a";
    return answerOf(name, "p", option, at % 2 ? { wording: "second" } : {});
  }),
  names.map((learner, at) => ({
    ...{ learner, question: "p", before: at < 10 ? "a" : "b" },
    after: at < 5 ? "b" : "a",
  })),
);

test("each question has a line, its second wording has its own words, and votes are told", async () => {
  vi.stubGlobal("fetch", async (path: string) =>
    Response.json(
      path.includes("questions.json")
        ? questions.map((question) => ({ id: "p", lesson: "loss-functions", question }))
        : { questions: reports },
    ),
  );
  onTestFinished(() => void vi.unstubAllGlobals());
  const place = document.body.appendChild(document.createElement("main"));
  const root = createRoot(place);
  onTestFinished(() => act(() => root.unmount()));
  const head = {
    ...{ id: "c".repeat(20), name: "5b", code: "CODE", created: 0, expires: 1 },
    ...{ door: "open" as const, approval: false, measured: true },
  };
  await act(() =>
    root.render(<MeasuredSection head={head} owner onChanged={() => undefined} />),
  );
  const button = [...place.querySelectorAll("button")].find(
    ({ textContent }) => textContent === "Show how they do",
  );
  await act(() => button?.click());
  await vi.waitFor(() => expect(place.querySelectorAll("[data-item]")).toHaveLength(3));
  const lines = [...place.querySelectorAll("[data-item]")].map((line) =>
    [...line.children].map((cell) => cell.textContent?.replaceAll("\u00A0", " ")),
  );
  expect(lines[0]?.[0]).toBe("What is p?");
  const drew = [...place.querySelectorAll("[data-item]:first-child li")];
  expect(drew.map(({ textContent }) => textContent?.replaceAll("\u00A0", " "))).toEqual([
    "Wrong of p: not told",
    "Wronger of p: not told",
    "Wrongest of p: 10",
  ]);
  expect(lines[0]?.[7]).toBe(
    "40 learners voted both times; right before 10 (25 %), after 35 (88 %); 30 changed to right, 5 away from it; normalised gain 0.83",
  );
  expect(
    lines.slice(1).map(([words, count, , , , , , votes]) => [words, count, votes]),
  ).toEqual([
    ["What is p? (first wording)", "20", "—"],
    ["And what is p? (second wording)", "20", "—"],
  ]);
});
