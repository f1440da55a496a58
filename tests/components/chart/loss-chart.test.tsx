// @vitest-environment happy-dom
// The loss chart as the page holds it, read and moved.
import { act, type ComponentProps } from "react";
import { createRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, onTestFinished, test } from "vitest";
import { LossChart } from "@/components/chart/loss-chart";

Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);

type Props = ComponentProps<typeof LossChart>;

const passes = Array.from({ length: 11 }, (_, pass) => ({
  pass,
  trainLoss: 1 / (pass + 1),
  heldLoss: 1.1 / (pass + 1),
}));
const curve = { id: "a", label: "", passes, held: "test" } as const;
const props: Props = { label: "Loss by pass", curves: [curve], passes: 40 };

async function show(given: Partial<Props> = {}) {
  const place = document.createElement("main");
  document.body.append(place);
  const root = createRoot(place);
  await act(() => root.render(<LossChart {...props} {...given} />));
  onTestFinished(async () => {
    await act(() => root.unmount());
    place.remove();
  });
  const slider = () => place.querySelector("[role=slider]");
  return {
    place,
    text: () => place.textContent ?? "",
    value: () => slider()?.getAttribute("aria-valuetext"),
    press: (key: string) =>
      act(() => {
        slider()?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      }),
  };
}

test("the page holds the very chart that the browser draws, of all planned passes", async () => {
  const { place } = await show();
  const sent = document.createElement("main");
  sent.innerHTML = renderToString(<LossChart {...props} />);
  expect(place.textContent).toBe(sent.textContent);
  const paths = (of: Element) =>
    [...of.querySelectorAll("[data-loss]")].map((path) => path.getAttribute("d"));
  expect(paths(place)).toEqual(paths(sent));
  // A quarter of the passes is trained, so the lines end at a quarter of the width.
  expect(paths(sent)[0]).toMatch(/^M0.*L250\.0 [\d.]+$/);
  expect(sent.querySelector("[data-axis]:last-child")?.textContent).toBe("40");
});

test("keys lead to a pass and back to the latest, and tell its losses", async () => {
  const went: (number | null)[] = [];
  const { press, value, text } = await show({ onAt: (pass) => went.push(pass) });
  expect(value()).toBe("The latest pass");
  await press("ArrowLeft");
  expect(value()).toBe("Pass 9: train loss 0.1, test loss 0.11");
  expect(text()).toContain("train loss 0.1");
  for (const key of ["Home", "ArrowLeft", "PageUp", "End", "Escape", "x"])
    await press(key);
  expect(went).toEqual([9, 0, 0, 4, 10, null]);
  expect(value()).toBe("The latest pass");
});

test("a pass that is not trained yet tells the latest losses", async () => {
  const { value } = await show({ at: 30, onAt: () => {} });
  expect(value()).toBe("Pass 30: train loss 0.0909, test loss 0.1");
});

test("a run that diverged is told in words, alone and beside others", async () => {
  const diverged = { ...curve, diverged: true };
  const alone = await show({ curves: [diverged] });
  expect(alone.text()).toContain("Diverged after pass 10, at a loss of 0.0909");
  const other = { ...curve, id: "b", label: "other" };
  const beside = await show({ curves: [diverged, other], kind: "trainLoss" });
  expect(beside.text()).toContain("This run 0.0909 diverged");
  expect(beside.text()).not.toContain("Diverged after");
});

test("train and test, and every one of several runs, are told apart without colour", async () => {
  const looks = (place: Element) =>
    [...place.querySelectorAll<SVGElement>("[data-loss]")].map(
      ({ style }) => `${style.stroke} ${style.strokeDasharray}`,
    );
  const [train, test] = looks((await show()).place);
  expect(train).toBe("var(--ink) none");
  expect(test).toMatch(/^var\(--muted\) \d/);
  const curves = Array.from({ length: 8 }, (_, at) => ({ ...curve, id: `${at}` }));
  const many = looks((await show({ curves, kind: "heldLoss" })).place);
  expect(new Set(many.map((look) => look.replace(/^\S+ /, ""))).size).toBe(8);
  // The colours of the two classes come last.
  expect(many.slice(0, 6).join()).not.toMatch(/tone-[01]\b/);
});

test("bounds and a guess have their words in the chart", async () => {
  const bounds = [{ loss: 0.15, label: "claim: below 0.15" }];
  const band = { from: 0.4, to: 0.6, label: "you said: about half" };
  const { text, place } = await show({ bounds, band });
  expect(text()).toContain("claim: below 0.15");
  expect(text()).toContain("you said: about half");
  expect(place.querySelectorAll("rect")).toHaveLength(1);
});

test("of two lines close to each other, no word lies on either", async () => {
  const bounds = [
    { loss: 0.75, label: "claim: test loss below 0.75" },
    { loss: 0.8, label: "claim: below 0.8" },
  ];
  const near = await show({ bounds, height: 100 });
  expect(near.text()).toContain("claim: below 0.8 · test loss below 0.75");
  const far = await show({ bounds, height: 2000 });
  expect(far.text()).not.toContain("·");
});

test("a chart that cannot be logarithmic says so", async () => {
  const says = "Not logarithmic: a loss is negative";
  const negative = { ...curve, passes: [{ pass: 0, trainLoss: -1, heldLoss: 1 }] };
  const even = await show({ curves: [negative], logarithmic: true });
  expect(even.text()).toContain(says);
  expect((await show({ curves: [negative] })).text()).not.toContain(says);
  expect((await show({ logarithmic: true })).text()).not.toContain(says);
});
