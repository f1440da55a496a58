// How large the inputs are when the network sees them.

/** The scale of an input: it becomes (value − shift) × factor. */
export type Scale = { shift: number; factor: number };

/** `column` holds an input of each example that trains; `at` is its place, from 0. */
type Scaling = { label: string; of(column: Float32Array, at: number): Scale };

/** To a mean of 0 and a standard deviation of 1; what never changes is only shifted. */
function standardised(column: Float32Array): Scale {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  const squares = column.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const deviation = Math.sqrt(squares / column.length);
  return { shift: mean, factor: deviation > 0 ? 1 / deviation : 1 };
}

/** As if the first input were told in a smaller unit. */
const firstTimes =
  (factor: number) =>
  (_column: Float32Array, at: number): Scale => ({
    shift: 0,
    factor: at === 0 ? factor : 1,
  });

/** Every scaling of the inputs that a link can name. */
export const scalings = {
  none: { label: "As they are", of: () => ({ shift: 0, factor: 1 }) },
  ten: { label: "First × 10", of: firstTimes(10) },
  hundred: { label: "First × 100", of: firstTimes(100) },
  standard: { label: "Standardised", of: standardised },
} as const satisfies Record<string, Scaling>;

/** A scaling by its name in links. */
export type ScalingName = keyof typeof scalings;

/** The scale of each input, found from the first `train` rows of `width` numbers each. */
export function scalesOf(
  name: ScalingName,
  rows: Float32Array,
  width: number,
  train: number,
): readonly Scale[] {
  return Array.from({ length: width }, (_, at) =>
    scalings[name].of(
      Float32Array.from({ length: train }, (_, row) => rows[row * width + at]!),
      at,
    ),
  );
}

/** Rows of inputs, row-major, each input on its scale. */
export function scaled(rows: Float32Array, scales: readonly Scale[]): Float32Array {
  return rows.map((value, k) => {
    const { shift, factor } = scales[k % scales.length]!;
    return (value - shift) * factor;
  });
}
