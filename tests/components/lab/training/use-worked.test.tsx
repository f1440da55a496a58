// @vitest-environment happy-dom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, onTestFinished, test } from "vitest";
import { useWorked } from "@/components/lab/training/use-worked";

Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);

/** A view of inputs, and the works that wait to be finished. */
async function show() {
  const begun: { input: number; finish(value: string): Promise<void> }[] = [];
  const work = (input: number) =>
    new Promise<string>((resolve) => {
      const finish = (value: string) => act(async () => resolve(value));
      begun.push({ input, finish });
    });
  function View({ input }: { input: number | null }) {
    const found = useWorked(input, work);
    return <p>{found ? `${found.of}: ${found.value}` : "nothing yet"}</p>;
  }
  const place = document.createElement("main");
  const root = createRoot(place);
  onTestFinished(() => act(() => root.unmount()));
  return {
    begun,
    give: (input: number | null) => act(async () => root.render(<View input={input} />)),
    text: () => place.textContent,
  };
}

test("while one input is worked on, only the latest of those that come waits", async () => {
  const { begun, give, text } = await show();
  await give(null);
  expect(begun).toHaveLength(0);
  for (const input of [1, 2, 3]) await give(input);
  expect(begun.map(({ input }) => input)).toEqual([1]);
  expect(text()).toBe("nothing yet");
  await begun[0]?.finish("one");
  expect(text()).toBe("1: one");
  expect(begun.map(({ input }) => input)).toEqual([1, 3]);
  await begun[1]?.finish("three");
  expect(text()).toBe("3: three");
  await give(4);
  await give(null);
  await begun[2]?.finish("four");
  expect(text()).toBe("4: four");
  expect(begun).toHaveLength(3);
});
