// @vitest-environment happy-dom
// One question's card in a page: answered, judged, explained, kept, and tried again.
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { QuestionCard } from "@/components/quiz/question-card";
import { present, type Question } from "@/content/quiz/question";
import { wordingFor } from "@/content/quiz/second-wording";
import { questionOf } from "@/tests/content/quiz/every-kind";

Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);

/** The reader's book is read once by a page: each test is another page. */
let Card: typeof QuestionCard;
beforeEach(async () => {
  vi.resetModules();
  ({ QuestionCard: Card } = await import("@/components/quiz/question-card"));
});
afterEach(() => localStorage.clear());

type Options = { fresh?: boolean; onJudged?: (right: boolean) => void };

async function enter(box: HTMLInputElement | undefined, text: string) {
  if (!box) throw new Error("nothing to enter it in");
  await act(() => {
    // React hears of a value alone that was not set through its own property.
    const { set } =
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
    set?.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

async function show(question: Question, options: Options = {}) {
  const place = document.createElement("main");
  document.body.append(place);
  const root = createRoot(place);
  await act(() =>
    root.render(<Card question={question} place="Question 1" {...options} />),
  );
  const leave = async () => {
    await act(() => root.unmount());
    place.remove();
  };
  onTestFinished(leave);
  const all = <E extends Element>(selector: string) => [
    ...place.querySelectorAll<E>(selector),
  ];
  const button = (name: string) =>
    all<HTMLButtonElement>("button").find(({ textContent }) => textContent === name);
  return {
    leave,
    all,
    button,
    state: () => all<HTMLElement>("article")[0]?.dataset.state,
    says: () => all("[role=status]").at(-1)?.textContent,
    text: () => place.textContent ?? "",
    async press(name: string) {
      const found = button(name);
      if (!found) throw new Error(`no button “${name}”`);
      await act(() => found.click());
    },
    async tick(text: string) {
      const label = all<HTMLLabelElement>("label").find(
        ({ textContent }) => textContent === text,
      );
      const box = label?.querySelector("input");
      if (!box) throw new Error(`no option “${text}”`);
      await act(() => box.click());
    },
    type: (text: string) => enter(all<HTMLInputElement>("input")[0], text),
    /** Says how sure the answer is, in percent; 45 takes it back. */
    say: (sure: number) => enter(all<HTMLInputElement>("[type=range]")[0], `${sure}`),
  };
}

const kept = () => JSON.parse(localStorage.getItem("next-pass-answers") ?? "null");

test("a wrong answer is explained, tried again, and right at the second try", async () => {
  const judged: boolean[] = [];
  const one = await show(questionOf("one"), {
    onJudged: (right) => judged.push(right),
  });
  expect(one.state()).toBe("open");
  await one.press("Check");
  expect(one.says()).toMatch(/first\.$/);
  expect(one.state()).toBe("open");
  expect(kept()).toBe(null);

  await one.tick("Neither");
  expect(one.says()).toBe("");
  await one.press("Check");
  expect(one.state()).toBe("wrong");
  expect(one.text()).toContain("Wrong: Not at all.");
  // The right option is told once it was found.
  expect(one.text()).not.toContain("Right:");

  await one.press("Try again");
  expect(one.state()).toBe("open");
  expect(one.all("input:checked")).toEqual([]);
  await one.tick("That");
  await one.press("Check");
  expect(one.state()).toBe("right");
  expect(one.says()).toContain("Right, at the second try.");
  expect(one.button("Try again")).toBeUndefined();
  // The reasons of the others wait until somebody wants them, and blame nobody.
  expect(one.text()).not.toContain("Wrong");
  const [others] = one.all<HTMLDetailsElement>("details");
  expect(others?.open).toBe(false);
  expect(others?.textContent).toMatch(
    /^Why not the others\?ThisNo\..*NeitherNot at all\./,
  );
  expect(judged).toEqual([false, true]);
  const entry = kept().answers["a-one"];
  expect(entry).toMatchObject({ firstRight: false, right: true });
  expect(entry.tries.map(([, grade]: [number, number]) => grade)).toEqual([0, 2]);
});

test("how sure an answer is can be said before it is checked, and is scored by log loss", async () => {
  const one = await show(questionOf("one"));
  const slider = () => one.all<HTMLInputElement>("[type=range]")[0];
  expect(slider()?.getAttribute("aria-valuetext")).toBe("not said");
  await one.say(80);
  expect(slider()?.getAttribute("aria-valuetext")).toBe("80 %");
  expect(one.text()).toContain("Log loss: 0.22 if right, 1.61 if wrong.");
  await one.tick("Neither");
  await one.press("Check");
  expect(one.says()).toContain(
    "You were 80 % sure: a log loss of 1.61, which is −ln 0.20",
  );
  expect(kept().answers["a-one"].tries[0].slice(1)).toEqual([0, 80]);
  // Whoever was just told is not asked again.
  await one.press("Try again");
  expect(slider()).toBeUndefined();
  await one.tick("That");
  await one.press("Check");
  expect(one.says()).not.toContain("sure");
  expect(kept().answers["a-one"].tries[1]).toHaveLength(2);
});

test("what was said can be taken back, and 100 % is scored as 99 %", async () => {
  const one = await show(questionOf("one"));
  await one.say(60);
  await one.say(45);
  await one.tick("That");
  await one.press("Check");
  expect(one.says()).toBe("Right.");
  expect(kept().answers["a-one"].tries[0]).toHaveLength(2);
  const other = await show(questionOf("several"));
  await other.say(100);
  await other.tick("This");
  await other.press("Check");
  expect(other.says()).toContain(
    "You were 100 % sure: a log loss of 4.61, which is −ln 0.01",
  );
});

test("an order that is wrong tells which items are, and its answer to whoever asks", async () => {
  const one = await show(questionOf("order"));
  await one.press("Check");
  expect(one.state()).toBe("wrong");
  expect(one.text()).toContain("Not in its place");
  const [answer] = one.all<HTMLDetailsElement>("details");
  expect(answer?.open).toBe(false);
  expect(answer?.textContent).toBe(
    "Show the answerFirstIt begins. SecondIt follows. ThirdIt ends. ",
  );
  expect(one.text().replace(answer?.textContent ?? "", "")).not.toContain("It begins.");
});

test("a number has a key for its sign, whatever its answer", async () => {
  const one = await show(questionOf("number"));
  await one.type("12");
  const [sign] = one.all<HTMLButtonElement>("[aria-label='Change the sign']");
  await act(() => sign?.click());
  expect(one.all<HTMLInputElement>("input")[0]?.value).toBe("-12");
  await one.press("Check");
  expect(one.state()).toBe("wrong");
  await act(() => sign?.click());
  expect(one.all<HTMLInputElement>("input")[0]?.value).toBe("-12");
});

test("what was answered is there again, unless the card begins afresh", async () => {
  const question = questionOf("several");
  const first = await show(question);
  await first.tick("This");
  await first.tick("And this");
  await first.press("Check");
  expect(first.state()).toBe("right");
  await first.leave();
  const again = await show(question);
  expect(again.state()).toBe("right");
  expect(again.all("input:checked")).toHaveLength(2);
  await again.leave();
  const fresh = await show(question, { fresh: true });
  expect(fresh.state()).toBe("open");
  expect(fresh.all("input:checked")).toEqual([]);
});

test("a judged answer cannot be changed", async () => {
  const one = await show(questionOf("one"));
  await one.tick("That");
  await one.press("Check");
  const before = one.all<HTMLInputElement>("input").map(({ checked }) => checked);
  await one.tick("This");
  expect(one.all<HTMLInputElement>("input").map(({ checked }) => checked)).toEqual(
    before,
  );
  expect(kept().answers["a-one"].tries).toHaveLength(1);
});

test("hints are shown one by one, get the focus, and are told of", async () => {
  const one = await show(questionOf("one"));
  await one.press("Hint 1 of 2");
  expect(one.all("ul[aria-label=Hints] li")).toHaveLength(1);
  await one.press("Hint 2 of 2");
  const hints = one.all("ul[aria-label=Hints] li");
  expect(hints.map(({ textContent }) => textContent)).toEqual([
    "Hint: Look closely.",
    "Hint: Look again.",
  ]);
  expect(document.activeElement).toBe(hints[1]);
  expect(one.all("button").map(({ textContent }) => textContent)).toEqual(["Check"]);
  await one.tick("That");
  await one.press("Check");
  expect(one.says()).toBe("Right, with a hint.");
  expect(kept().answers["a-one"].tries[0][1]).toBe(1);
});

test("a number asks for other numbers once it was judged, and keeps whose they were", async () => {
  const question = questionOf("number");
  const one = await show(question);
  const asks = () => one.all("legend")[0]?.textContent ?? "";
  const before = asks();
  await one.type(String(question.answer));
  await one.press("Check");
  expect(one.state()).toBe("right");
  await one.press("Other numbers");
  expect(one.state()).toBe("open");
  expect(asks()).not.toBe(before);
  expect(document.activeElement).toBe(one.all("input")[0]);
  const seed = [...Array(40).keys()].find((seed) =>
    asks().endsWith(present(question, seed).asks),
  );
  expect(seed).toBeGreaterThan(0);
  await one.type("-1");
  await one.press("Check");
  expect(one.state()).toBe("wrong");
  expect(kept().answers["a-number"].latest).toBe(`${seed}=-1`);
  await one.leave();
  const again = await show(question);
  expect(again.text()).toContain(present(question, seed ?? 0).asks);
});

test("another tab's answer does not take away the one being made here", async () => {
  const question = questionOf("one");
  const here = await show(question);
  await here.tick("Neither");
  const entry = { first: ":that", firstRight: true, latest: ":that", right: true, at: 1 };
  const book = { version: 3, answers: { "a-one": { ...entry, tries: [[1, 2]] } } };
  await act(() => {
    localStorage.setItem("next-pass-answers", JSON.stringify(book));
    window.dispatchEvent(new Event("storage"));
  });
  expect(here.state()).toBe("open");
  expect(here.all("input:checked")).toHaveLength(1);
  await here.press("Check");
  expect(here.state()).toBe("wrong");
  expect(kept().answers["a-one"]).toMatchObject({ firstRight: true, right: false });
  expect(kept().answers["a-one"].tries).toHaveLength(2);
});

test("where the browser keeps nothing, the card says so and judges all the same", async () => {
  const refuse = () => {
    throw new DOMException("blocked", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, clear() {} });
  onTestFinished(() => void vi.unstubAllGlobals());
  const one = await show(questionOf("blank"));
  await one.type("  One PASS ");
  await one.press("Check");
  expect(one.state()).toBe("right");
  expect(one.text()).toContain("they last until you leave it");
});

const worded = (question: Question): Question => ({
  ...question,
  reworded: "Or rather, which?",
});

test("one of two wordings is a reader's for good, and is kept with the first answer", async () => {
  const question = worded(questionOf("one"));
  const seeds = Array.from({ length: 50 }, (_, seed) => seed);
  const seedOf = (wording: string) =>
    String(seeds.find((seed) => wordingFor(question, seed) === wording));
  localStorage.setItem("next-pass-wordings", seedOf("second"));
  const one = await show(question);
  expect(one.text()).toContain("Or rather, which?");
  expect(one.text()).not.toContain("Which?");
  await one.tick("That");
  await one.press("Check");
  expect(one.state()).toBe("right");
  expect(kept().answers["a-one"].wording).toBe("second");
  // The seed is lost: the answer tells how the question was worded.
  localStorage.setItem("next-pass-wordings", seedOf("first"));
  expect((await show(question)).text()).toContain("Or rather, which?");

  localStorage.removeItem("next-pass-answers");
  const other = await show(question);
  expect(other.text()).toContain("Which?");
  await other.tick("That");
  await other.press("Check");
  expect(kept().answers["a-one"]).not.toHaveProperty("wording");
});

test("a seed for wordings is drawn once, and only where there are two", async () => {
  const seed = () => localStorage.getItem("next-pass-wordings");
  await show(questionOf("one"));
  expect(seed()).toBe(null);
  const question = worded(questionOf("one"));
  await show(question);
  expect(seed()).toMatch(/^\d{1,10}$/);
  const drawn = seed();
  await show(question);
  expect(seed()).toBe(drawn);
});
