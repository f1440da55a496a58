// @vitest-environment happy-dom
// A vote on its way: in which order votes are sent, and when one is sent again.
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { useVote } from "@/components/class/vote/use-vote";

let answers: ((response: Response | null) => void)[] = [];
let sent: string[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  [answers, sent] = [[], []];
  vi.stubGlobal("fetch", async (_: string, { body }: RequestInit) => {
    sent.push(JSON.parse(String(body)).option);
    const response = await new Promise<Response | null>((resolve) => {
      answers.push(resolve);
    });
    if (!response) throw new TypeError("fetch failed");
    return response;
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A phone that votes. */
function openPhone() {
  let state: ReturnType<typeof useVote> | undefined;
  function Phone() {
    state = useVote("a-class-of-this-site");
    return null;
  }
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  flushSync(() => root.render(createElement(Phone)));
  onTestFinished(() => root.unmount());
  return {
    choose: (option: string) =>
      flushSync(() => state?.choose({ ballot: "b".repeat(20), round: 1, option })),
    sent: () => state?.sent,
  };
}

const kept = () => new Response(null, { status: 204 });

async function answer(response: Response | null) {
  answers.shift()?.(response);
  await vi.advanceTimersByTimeAsync(0);
  // React draws in a task of its own.
  for (let at = 0; at < 3; at += 1) await new Promise((go) => setImmediate(go));
}

test("votes are sent one after the other, and of those that wait the last alone", async () => {
  const { choose, sent: latest } = openPhone();
  choose("one");
  choose("two");
  choose("three");
  expect(sent).toEqual(["one"]);
  await answer(kept());
  expect(sent).toEqual(["one", "three"]);
  expect(latest()).toMatchObject({ option: "three", state: "sending" });
  await answer(kept());
  expect(latest()).toMatchObject({ option: "three", state: "kept", problem: null });
});

test("a vote that no answer came to is sent again, later and later", async () => {
  const { choose, sent: latest } = openPhone();
  choose("one");
  await answer(null);
  expect(latest()).toMatchObject({ state: "sending" });
  expect(latest()?.problem).toContain("cannot be reached");
  await vi.advanceTimersByTimeAsync(999);
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toHaveLength(2);
  await answer(null);
  await vi.advanceTimersByTimeAsync(1999);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  await answer(kept());
  expect(sent).toHaveLength(3);
  expect(latest()).toMatchObject({ state: "kept", problem: null });
});

test("a vote that is refused is not sent again, and the reason is told", async () => {
  const { choose, sent: latest } = openPhone();
  choose("one");
  await answer(Response.json({ problem: "Too late." }, { status: 409 }));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sent).toHaveLength(1);
  expect(latest()).toMatchObject({ state: "refused", problem: "Too late." });
});
