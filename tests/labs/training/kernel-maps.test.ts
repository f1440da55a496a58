import { expect, test } from "vitest";
import { convolutionLayers, layered } from "@/labs/network/network";
import { kernelMapsOf } from "@/labs/training/kernel-maps";

const shape = { kernels: 2, kernelSize: 2, stride: 1, pool: 1 };

test("a kernel says its weighted sum at each place", () => {
  const grid = { across: 3, down: 2 };
  const network = layered(6, [], [], 1, convolutionLayers(grid, shape, "linear"));
  const weights = new Float32Array(network.size);
  // The first sees what rises to the right; the second adds up its window, and 10.
  weights.set([-1, 1, 1, 1, -1, 1, 1, 1, 0, 10]);
  const seen = kernelMapsOf(network, weights, Float32Array.of(1, 2, 4, 0, 3, 3));
  expect(seen?.windows).toMatchObject({ across: 2, down: 1, width: 2, height: 2 });
  const [rising, sum] = seen!.kernels;
  expect(rising).toMatchObject({ bias: 0, weights: Float32Array.of(-1, 1, -1, 1) });
  expect([...rising!.says]).toEqual([4, 2]);
  expect([...sum!.says]).toEqual([16, 22]);
});

test("a network without a convolution has no kernels", () => {
  expect(
    kernelMapsOf(layered(6, [2], ["tanh"], 1), new Float32Array(17), new Float32Array(6)),
  ).toBeNull();
});
