// @vitest-environment happy-dom
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { clockText, timeNews, useTimeLeft } from "@/components/class/graded/quiz-clock";

test.each([
  [0, "0:00"],
  [-5000, "0:00"],
  [1, "0:01"],
  [60_000, "1:00"],
  [19 * 60_000 + 4100, "19:05"],
  [59 * 60_000 + 59_999, "1:00:00"],
  [240 * 60_000, "4:00:00"],
  [62 * 60_000 + 7000, "1:02:07"],
])("%i milliseconds are shown as %s", (left, text) => {
  expect(clockText(left)).toBe(text);
});

test("each of five minutes, one minute and the end is told once", () => {
  const told: [number, string][] = [];
  const minutes = 20;
  for (let second = 1; second <= 60 * minutes + 60; second += 1) {
    const left = 60_000 * minutes - 1000 * second;
    const news = timeNews(left + 1000, left);
    if (news !== null) told.push([left / 1000, news]);
  }
  expect(told).toEqual([
    [300, "5 minutes left."],
    [60, "1 minute left."],
    [0, "The time is over."],
  ]);
});

test("a page that slept tells only the latest", () => {
  expect(timeNews(400_000, 30_000)).toBe("1 minute left.");
  expect(timeNews(400_000, -1)).toBe("The time is over.");
  expect(timeNews(-1, -1001)).toBe(null);
});

beforeEach(() => {
  const toFake = ["setInterval", "clearInterval", "Date"] as const;
  vi.useFakeTimers({ now: 1e12, toFake: [...toFake] });
});
afterEach(() => vi.useRealTimers());

type Clock = Parameters<typeof useTimeLeft>[0];

/** A page with a clock. */
function show(clock: Clock) {
  const root = createRoot(document.createElement("div"));
  let seen: ReturnType<typeof useTimeLeft> | null = null;
  function Shown(given: Clock) {
    seen = useTimeLeft(given);
    return null;
  }
  const give = (given: Clock) =>
    flushSync(() => root.render(createElement(Shown, given)));
  onTestFinished(() => root.unmount());
  give(clock);
  // Effects that a first picture waits for are done before the next one.
  give(clock);
  return {
    give,
    seen: () => seen,
    leave: () => root.unmount(),
    pass(seconds: number) {
      for (let second = 0; second < seconds; second += 1) {
        flushSync(() => void vi.advanceTimersByTime(1000));
      }
    },
  };
}

test("a clock runs each second by the server's time, and stops at its end", () => {
  const page = show({ ends: 1e12 + 70_000, ahead: 4000 });
  expect(page.seen()).toEqual({ left: 66_000, news: "", over: false });
  page.pass(5);
  expect(page.seen()).toEqual({ left: 61_000, news: "", over: false });
  page.pass(1);
  expect(page.seen()).toEqual({ left: 60_000, news: "1 minute left.", over: false });
  page.pass(20);
  expect(page.seen()).toEqual({ left: 40_000, news: "1 minute left.", over: false });
  page.pass(39);
  expect(page.seen()).toMatchObject({ left: 1000, over: false });
  page.pass(1);
  expect(page.seen()).toEqual({ left: 0, news: "The time is over.", over: true });
  expect(vi.getTimerCount()).toBe(0);
});

test("the first picture has the time that is left", () => {
  let first: ReturnType<typeof useTimeLeft> | null = null;
  function Shown(clock: Clock) {
    first = useTimeLeft(clock);
    return null;
  }
  renderToString(createElement(Shown, { ends: 1e12 + 70_000, ahead: 4000 }));
  expect(first).toEqual({ left: 66_000, news: "", over: false });
});

test("a quiz without an end has no clock", () => {
  const page = show({ ends: null, ahead: 0 });
  page.pass(3);
  expect(page.seen()).toEqual({ left: null, news: "", over: false });
  expect(vi.getTimerCount()).toBe(0);
});

test("a clock takes another end, and stops when its page is left", () => {
  const page = show({ ends: 1e12 + 90_000, ahead: 0 });
  page.pass(10);
  expect(page.seen()?.left).toBe(80_000);
  page.give({ ends: 1e12 + 400_000, ahead: 0 });
  page.pass(1);
  expect(page.seen()?.left).toBe(389_000);
  page.give({ ends: 1e12 + 400_000, ahead: 9000 });
  page.pass(1);
  expect(page.seen()?.left).toBe(379_000);
  expect(vi.getTimerCount()).toBe(1);
  page.leave();
  expect(vi.getTimerCount()).toBe(0);
});
