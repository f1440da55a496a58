// @vitest-environment happy-dom
// A typed number counts on Enter or once the field is left, never half-typed.
import { act, useState } from "react";
import { createRoot } from "react-dom/client";
import { expect, onTestFinished, test } from "vitest";
import { NumberField } from "@/components/lab/controls/number-field";
import { parseTyped } from "@/labs/field/field";
import { fields } from "@/labs/run/run";

Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);

async function show() {
  const taken: number[] = [];
  let setPasses: (passes: number) => void = () => {};
  function Field() {
    const [passes, set] = useState(300);
    setPasses = set;
    const take = (value: number) => {
      taken.push(value);
      set(value);
    };
    return (
      <NumberField field={fields.passes} value={passes} idle={null} onChange={take} />
    );
  }
  const place = document.createElement("main");
  document.body.append(place);
  const root = createRoot(place);
  await act(() => root.render(<Field />));
  onTestFinished(async () => {
    await act(() => root.unmount());
    place.remove();
  });
  const input = place.querySelector("input");
  if (!input) throw new Error("there is no field");
  const setter = Object.getOwnPropertyDescriptor(
    Object.getPrototypeOf(input),
    "value",
  )?.set;
  return {
    taken,
    value: () => input.value,
    text: () => place.textContent,
    overtake: (passes: number) => act(() => setPasses(passes)),
    type: (text: string) =>
      act(() => {
        setter?.call(input, text);
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    press: (key: string) =>
      act(() => {
        input.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      }),
    leave: () =>
      act(() => {
        input.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
      }),
  };
}

test("on its way to 5000, neither 5 nor 50 is taken", async () => {
  const { type, press, leave, taken, value } = await show();
  for (const text of ["5", "50", "500", "5000"]) await type(text);
  expect(taken).toEqual([]);
  await press("Enter");
  expect(taken).toEqual([5000]);
  await type("12");
  await leave();
  expect(taken).toEqual([5000, 12]);
  expect(value()).toBe("12");
  await leave();
  await press("Enter");
  expect(taken).toEqual([5000, 12]);
});

test("a refusal stays until it is read: changed, dropped or overtaken", async () => {
  const { type, press, leave, overtake, taken, value, text } = await show();
  await type("many");
  expect(text()).not.toContain("It must be");
  await leave();
  expect(text()).toContain("It must be a whole number from 1 to");
  expect(value()).toBe("many");
  await type("7");
  expect(text()).not.toContain("It must be");
  await type("0");
  await press("Enter");
  expect(text()).toContain("It must be");
  await press("Escape");
  expect([value(), text()]).toEqual(["300", expect.not.stringContaining("must")]);
  await type("-4");
  await leave();
  await overtake(40);
  expect([value(), text()]).toEqual(["40", expect.not.stringContaining("must")]);
  expect(taken).toEqual([]);
});

test("the same number written in another way is no change: no training is lost", async () => {
  const { type, press, leave, taken, value } = await show();
  await type("0300");
  await press("Enter");
  expect(value()).toBe("300");
  await type(" 3e2");
  await leave();
  expect([taken, value()]).toEqual([[], "300"]);
});

test("a comma parts thousands in a whole number, and a point means nothing there", async () => {
  const { type, press, taken, text } = await show();
  await type("1,000");
  await press("Enter");
  expect(taken).toEqual([1000]);
  for (const doubtful of ["1.000", "1,00", "10,00", "1,5", "0,300"]) {
    await type(doubtful);
    await press("Enter");
    expect(text()).toContain("It must be a whole number");
  }
  expect(taken).toEqual([1000]);
  expect(parseTyped(fields.rate, "0,03")).toBe(0.03);
  expect(parseTyped(fields.rate, " 1.5 ")).toBe(1.5);
});
