// Formulas with numbers put in.

/** How a number is written into a formula, without parentheses. */
export type Write = (value: number) => string;

/** A formula with its numbers put in. */
export type Put = {
  /** Which case of the formula holds, as in "0.5 > 0", where it has several. */
  because?: string;
  expression: string;
};

/** A number as a factor or a later term: in parentheses where it needs them. */
export function inside(value: number, write: Write): string {
  const text = write(value);
  return value < 0 || text.includes("·") ? `(${text})` : text;
}

/** "0.5 × 1 + (−1) × 2 + 1": the products of each pair, and then `rest`. */
export function sumOfProducts(
  pairs: readonly (readonly [number, number])[],
  rest: readonly number[],
  write: Write,
): string {
  const products = pairs.map(([one, other]) => {
    return `${inside(one, write)} × ${inside(other, write)}`;
  });
  return [...products, ...rest.map((value) => inside(value, write))].join(" + ");
}

/** "(1 + 2 + 4) / 3" */
export function meanOf(values: readonly number[], write: Write): string {
  return `(${values.map((value) => inside(value, write)).join(" + ")}) / ${values.length}`;
}
