// @vitest-environment happy-dom
// The numbers of a neuron, to read and to type: no digit of a weight is lost on the way.
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, onTestFinished, test } from "vitest";
import { drawnWeights, layout } from "@/components/lab/network/diagram-layout";
import type { NetworkDesk } from "@/components/lab/network/network-desk";
import { NeuronPanel } from "@/components/lab/network/neuron-panel";
import { WeightSlider } from "@/components/lab/network/weight-slider";
import { networkOf } from "@/labs/run/plan";
import { plainRun } from "@/labs/run/run";
import { largestWeight } from "@/labs/run/weight-edit";
import { startOf } from "@/labs/training/start";

Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);

const run = { ...plainRun, layers: [4] };

/** The panel of a network's output, whose weights are the last of all. */
async function show(last: number) {
  const taken: number[] = [];
  const weights = new Float32Array(17).fill(0.5);
  weights[12] = last;
  const place = document.createElement("main");
  document.body.append(place);
  const root = createRoot(place);
  const draw = () =>
    act(() =>
      root.render(
        <NeuronPanel
          {...{ run, weights, wanted: null }}
          spot={{ column: 2, row: 0 }}
          onChoose={() => {}}
          onFocus={() => {}}
          onWeight={(at, value) => {
            taken.push(value);
            weights[at] = value;
          }}
        />,
      ),
    );
  await draw();
  onTestFinished(async () => {
    await act(() => root.unmount());
    place.remove();
  });
  const input = place.querySelector("input");
  if (!input) throw new Error("there is no box");
  return {
    input,
    taken,
    press: async (key: string) => {
      await act(() =>
        input.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })),
      );
      await draw();
    },
  };
}

test("a weight's box shows the whole number, and leaves it as it is", async () => {
  const values = [0.1, -0.12345679, 1.2345678e-7, 999.99994, 0, -3, 123.456789, 7e-12];
  for (const value of values.map(Math.fround)) {
    const { input, taken } = await show(value);
    expect(Math.fround(Number(input.value))).toBe(value);
    await act(() => input.focus());
    await act(() => input.blur());
    expect(taken).toEqual([]);
  }
  expect((await show(0.1)).input.value).toBe("0.1");
});

test("an arrow key adds a tenth to all digits, ten of them make one", async () => {
  const one = await show(0.123456789);
  await one.press("ArrowUp");
  expect(one.taken).toEqual([Math.fround(0.223456789)]);
  const ten = await show(0);
  for (let press = 0; press < 10; press += 1) await ten.press("ArrowUp");
  expect(ten.input.value).toBe("1");
});

test("no key leads to a weight that no link can hold", async () => {
  const { input, taken, press } = await show(999.95);
  await press("ArrowUp");
  expect(taken).toEqual([]);
  expect(input.value).toBe("999.95");
});

test("nor does the slider of a weight that is large", async () => {
  const { sample } = startOf(run);
  const drawn = { run, sample, weights: new Float32Array(17).fill(900) };
  const nothing = () => {};
  const actions = {
    ...{ choose: nothing, hold: nothing, keep: nothing, type: nothing },
    ...{ setEdits: () => null, setLayers: nothing, set: nothing },
  };
  const desk: NetworkDesk = {
    ...{ drawn, maps: null, chosen: null, shown: null },
    ...{ problem: "", readOnly: null, still: null, act: { current: actions } },
  };
  const [weight] = drawnWeights(networkOf(run), layout(networkOf(run)));
  if (!weight) throw new Error("there is no line");
  const place = document.createElement("main");
  const root = createRoot(place);
  await act(() => root.render(<WeightSlider {...{ desk, weight }} onClose={() => {}} />));
  const slider = place.querySelector<HTMLInputElement>("[type=range]");
  expect(Number(slider?.max)).toBe(largestWeight);
  expect(Number(slider?.min)).toBe(-largestWeight);
  await act(() => root.unmount());
});
