import { sine } from "../arithmetic/elementary";

/** A number computed from a point and given to the network. */
export type Input = { label: string; of(x: number, y: number): number };

/** Every input a link can name. */
export const inputs = {
  x: { label: "x", of: (x) => x },
  y: { label: "y", of: (_x, y) => y },
  xx: { label: "x²", of: (x) => x * x },
  yy: { label: "y²", of: (_x, y) => y * y },
  xy: { label: "xy", of: (x, y) => x * y },
  sinx: { label: "sin x", of: (x) => sine(x) },
  siny: { label: "sin y", of: (_x, y) => sine(y) },
} as const satisfies Record<string, Input>;

export type InputName = keyof typeof inputs;

/** The chosen inputs of each point: row-major, `points.length` × `names.length`. */
export function inputsOf(
  points: readonly { x: number; y: number }[],
  names: readonly InputName[],
): Float32Array {
  const rows = new Float32Array(points.length * names.length);
  let at = 0;
  for (const { x, y } of points) {
    for (const name of names) {
      rows[at] = inputs[name].of(x, y);
      at += 1;
    }
  }
  return rows;
}
