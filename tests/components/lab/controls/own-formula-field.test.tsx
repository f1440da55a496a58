// @vitest-environment happy-dom
// The reader's own formula: read while it is typed, taken only where it can be read.
import { act, useState } from "react";
import { createRoot } from "react-dom/client";
import { expect, onTestFinished, test, vi } from "vitest";
import "@/components/lab/controls/own-formula-field";
import { FieldControl } from "@/components/lab/controls/field-control";
import type { Field } from "@/labs/field/field";
import { fields, plainRun } from "@/labs/run/run";

Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);

/** The control of a field, with all values that it gave. */
async function show<T>(field: Field<T>, start: T, layers = 1) {
  const taken: T[] = [];
  function Control() {
    const [value, set] = useState(start);
    const take = (next: T) => {
      taken.push(next);
      set(next);
    };
    const fit = () => "here" as const;
    return (
      <FieldControl {...{ field, value, layers, fit }} idle={null} onChange={take} />
    );
  }
  const place = document.createElement("main");
  document.body.append(place);
  const root = createRoot(place);
  await act(() => root.render(<Control />));
  onTestFinished(async () => {
    await act(() => root.unmount());
    place.remove();
  });
  const change = (element: HTMLTextAreaElement | HTMLSelectElement, to: string) =>
    act(() => {
      const { set } =
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value") ?? {};
      set?.call(element, to);
      const event = element.tagName === "SELECT" ? "change" : "input";
      element.dispatchEvent(new Event(event, { bubbles: true }));
    });
  const found = <E extends Element>(selector: string) => {
    const element = place.querySelector<E>(selector);
    if (!element) throw new Error(`there is no ${selector}`);
    return element;
  };
  return {
    taken,
    place,
    text: () => place.textContent ?? "",
    choose: (name: string, at = 0) => change(place.querySelectorAll("select")[at]!, name),
    /** Waits for the field, which is loaded when it is asked for. */
    opened: async (count = 1) => {
      await vi.waitFor(async () => {
        await act(async () => {});
        expect(place.querySelectorAll("textarea")).toHaveLength(count);
      });
    },
    type: (text: string) => change(found<HTMLTextAreaElement>("textarea"), text),
    typed: () => found<HTMLTextAreaElement>("textarea").value,
    press: (key: string) =>
      act(() => {
        found("textarea").dispatchEvent(
          new KeyboardEvent("keydown", { key, bubbles: true }),
        );
      }),
    marked: () => place.querySelector("mark")?.textContent,
    found,
  };
}

test("what was chosen is the formula to begin with, and nothing else changes", async () => {
  const { choose, opened, taken, typed, text } = await show(
    fields.activations,
    plainRun.activations,
  );
  await choose("=");
  await opened();
  expect(taken).toEqual([["=tanh(z)"]]);
  expect(typed()).toBe("tanh(z)");
  expect(text()).toContain("Its slope: 1 − tanh(z)²");
  await choose("relu");
  expect(taken.at(-1)).toEqual(["relu"]);
  expect(text()).not.toContain("Its slope");
});

test("a loss that is no formula of s and t begins with another", async () => {
  const { choose, opened, taken } = await show(fields.loss, "categorical");
  await choose("=");
  await opened();
  expect(taken).toEqual(["=(s - t)^2"]);
});

test("what cannot be read is told with its place, and the last good one stays", async () => {
  const field = await show(fields.loss, "=abs(s - t)");
  const { opened, taken, type, typed, press, text, marked, found } = field;
  await opened();
  expect(text()).toContain("at s = 1 there is a kink: the slope goes from −1 to 1.");
  await type("abs(s - q)");
  expect(text()).toContain("“q” (character 9) is not known; the names here are s, t");
  expect(marked()).toBe("q");
  expect(text()).not.toContain("The run keeps");
  await press("Enter");
  expect(taken).toEqual([]);
  expect(found("[role=alert]").textContent).toContain(
    "The run keeps abs(s - t) until then.",
  );
  expect(found("textarea").getAttribute("aria-invalid")).toBe("true");
  await type("(s-t)²");
  expect(marked()).toBeUndefined();
  expect(text()).toContain("Its slope: 2 × (s − t)");
  expect(taken).toEqual([]);
  await press("Enter");
  expect(taken).toEqual(["=(s - t)^2"]);
  expect(typed()).toBe("(s - t)^2");
  await press("Enter");
  await type("( s - t ) ^ 2");
  await press("Enter");
  expect(taken).toHaveLength(1);
  await type("s");
  await press("Escape");
  expect(typed()).toBe("(s - t)^2");
});

test("each layer can have its own, with a minus in it", async () => {
  const { choose, opened, taken, found } = await show(
    fields.activations,
    ["relu", "=z - 1"],
    3,
  );
  await opened(2);
  expect(found("textarea").id).not.toBe("");
  await choose("=", 0);
  expect(taken).toEqual([["=max(0, z)", "=z - 1"]]);
  await opened(3);
  await choose("tanh", 2);
  expect(taken.at(-1)).toEqual(["=max(0, z)", "=z - 1", "tanh"]);
});

test("what would learn nothing is marked before it is trained", async () => {
  const { opened, found, place } = await show(fields.activations, ["=sign(z)"]);
  await opened();
  expect(found("ul[aria-label='About this formula'] li").textContent).toBe(
    "Its slope is 0 everywhere, so no weight before it ever changes.",
  );
  expect(place.querySelector("path[data-curve=own]")?.getAttribute("d")).toMatch(/^M/);
});
