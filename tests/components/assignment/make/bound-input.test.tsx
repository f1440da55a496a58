// @vitest-environment happy-dom
// The number of a goal, typed: taken when it is legal, and explained until it is.
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, onTestFinished, test } from "vitest";
import { BoundInput } from "@/components/assignment/make/goal-tick";
import { number } from "@/labs/field/field";

Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);

test("a number that is refused stays to be read; one with thousands is taken", async () => {
  const taken: number[] = [];
  const passes = number("passes", "Passes", { min: 1, max: 5000, step: 1 });
  const place = document.createElement("main");
  document.body.append(place);
  const root = createRoot(place);
  onTestFinished(async () => {
    await act(() => root.unmount());
    place.remove();
  });
  await act(() =>
    root.render(
      <BoundInput
        {...{ label: "Passes", field: passes, value: 300 }}
        onChange={(value) => taken.push(value)}
      />,
    ),
  );
  const [input] = place.querySelectorAll("input");
  if (!input) throw new Error("there is no field");
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!;
  const type = (text: string) =>
    act(() => {
      set?.call(input, text);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
  const leave = () =>
    act(() => {
      input.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
    });
  await type("1.5");
  await leave();
  expect(input.value).toBe("1.5");
  expect(place.textContent).toContain("It must be a whole number from 1 to 5000.");
  await type("2,000");
  expect(place.textContent).not.toContain("It must be");
  expect(taken).toEqual([2000]);
  await leave();
  expect(input.value).toBe("300");
});
