import { expect, test } from "vitest";
import { classLooks, mapPaper } from "@/components/lab/plane/class-look";
import { most } from "@/labs/data/dataset";
import { own } from "@/labs/data/plane-datasets";

type Three = readonly [number, number, number];

const times = (matrix: readonly Three[], [a, b, c]: Three): Three => {
  const row = ([x, y, z]: Three) => x * a + y * b + z * c;
  const [one, two, three] = matrix;
  if (!one || !two || !three) throw new Error("Not a matrix");
  return [row(one), row(two), row(three)];
};

const linear = (channel: number) => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** Source: Björn Ottosson, "A perceptual color space for image processing" (2020). */
function oklab(light: Three): Three {
  const clipped = light.map((one) => Math.min(Math.max(one, 0), 1));
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    [clipped[0] ?? 0, clipped[1] ?? 0, clipped[2] ?? 0],
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(cones[0]), Math.cbrt(cones[1]), Math.cbrt(cones[2])],
  );
}

/**
 * Sight with all cones, and without those for red, green and blue.
 * Source: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation
 * of Color Vision Deficiency" (2009), at full severity.
 */
const sights: Readonly<Record<string, readonly Three[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  "without red": [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  "without green": [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  "without blue": [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const areas: readonly Three[] = [mapPaper, ...classLooks.map(({ area }) => area)];

test.each(Object.entries(sights))(
  "ten classes and the paper are told apart: %s sight",
  (_, sight) => {
    const seen = areas.map(([r, g, b]) =>
      oklab(times(sight, [linear(r), linear(g), linear(b)])),
    );
    seen.forEach((one, index) => {
      for (const other of seen.slice(0, index)) {
        const apart = Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
        expect(apart).toBeGreaterThan(0.085);
      }
    });
  },
);

test("there is a look for each class, named as the plane names it, each of its own shape", () => {
  expect(classLooks).toHaveLength(most.classes);
  const target = most.classes - 1;
  expect(classLooks.map(({ name }) => name)).toEqual(
    own.classes({ own: [{ x: 0, y: 0, target }] }),
  );
  expect(new Set(classLooks.map(({ path }) => path)).size).toBe(most.classes);
});
