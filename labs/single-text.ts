/**
 * The fewest decimal digits that stand for this single-precision number and no other; a
 * number that is not one keeps all of its digits.
 */
export function singleText(value: number): string {
  if (Math.fround(value) !== value) return String(value);
  for (let digits = 1; digits < 9; digits += 1) {
    const near = Number(value.toPrecision(digits));
    if (Math.fround(near) === value) return String(near);
  }
  return String(Number(value.toPrecision(9)));
}
