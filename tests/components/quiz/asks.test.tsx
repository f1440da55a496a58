// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { type Wording, worded, wordingFor } from "@/content/quiz/second-wording";
import { questionOf } from "@/tests/content/quiz/every-kind";

Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
afterEach(() => localStorage.clear());

const question = { ...questionOf("blank"), reworded: "In other words, ___?" };

test.each<Wording>(["first", "second"])(
  "a list names a question as its reader’s card does: %s",
  async (wording) => {
    const seed = Array.from({ length: 50 }, (_, at) => at).find(
      (at) => wordingFor(question, at) === wording,
    );
    localStorage.setItem("next-pass-wordings", String(seed));
    // The seed is read once by a page.
    vi.resetModules();
    const { Asks } = await import("@/components/quiz/asks");
    const { QuestionCard } = await import("@/components/quiz/question-card");
    const place = document.createElement("main");
    const root = createRoot(place);
    onTestFinished(() => act(() => root.unmount()));
    await act(() =>
      root.render(
        <>
          <h2>
            <Asks question={question} />
          </h2>
          <QuestionCard question={question} place="Question 1" />
        </>,
      ),
    );
    const { asks } = worded(question, wording);
    expect(place.querySelector("h2")?.textContent).toBe(asks.replace("___", "…"));
    const [before = "none"] = asks.split("___");
    expect(place.querySelector("article")?.textContent).toContain(before);
  },
);
