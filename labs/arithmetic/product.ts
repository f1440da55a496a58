/**
 * A matrix inside a flat array: element (r, c) stands at `at + r × row + c × column`, so
 * that a transpose is the same numbers with the two strides exchanged.
 */
export type Matrix = { data: Float64Array; at: number; row: number; column: number };

/**
 * Adds the product A·B to C: `rows` × `depth` times `depth` × `columns`. Works on blocks of
 * 2 × 4 sums at a time, which a processor can hold without going to memory. Allocates
 * nothing. The order of the additions, and so every bit, is the same on every machine.
 */
export function addProduct(
  a: Matrix,
  b: Matrix,
  c: Matrix,
  rows: number,
  columns: number,
  depth: number,
) {
  const { data: A, row: aRow, column: aStep } = a;
  const { data: B, row: bStep, column: bColumn } = b;
  const { data: C, row: cRow, column: cColumn } = c;
  for (let r = 0; r < rows; r += 2) {
    // In an odd last row the second row of the block is the first, and is not written.
    const pair = r + 1 < rows;
    const a0 = a.at + r * aRow;
    const a1 = pair ? a0 + aRow : a0;
    let column = 0;
    for (; column + 4 <= columns; column += 4) {
      let s00 = 0;
      let s01 = 0;
      let s02 = 0;
      let s03 = 0;
      let s10 = 0;
      let s11 = 0;
      let s12 = 0;
      let s13 = 0;
      let p = a0;
      let q = a1;
      let at = b.at + column * bColumn;
      for (let k = 0; k < depth; k += 1) {
        const x = A[p]!;
        const y = A[q]!;
        const b0 = B[at]!;
        const b1 = B[at + bColumn]!;
        const b2 = B[at + 2 * bColumn]!;
        const b3 = B[at + 3 * bColumn]!;
        s00 += x * b0;
        s01 += x * b1;
        s02 += x * b2;
        s03 += x * b3;
        s10 += y * b0;
        s11 += y * b1;
        s12 += y * b2;
        s13 += y * b3;
        p += aStep;
        q += aStep;
        at += bStep;
      }
      const c0 = c.at + r * cRow + column * cColumn;
      C[c0] = C[c0]! + s00;
      C[c0 + cColumn] = C[c0 + cColumn]! + s01;
      C[c0 + 2 * cColumn] = C[c0 + 2 * cColumn]! + s02;
      C[c0 + 3 * cColumn] = C[c0 + 3 * cColumn]! + s03;
      if (!pair) continue;
      const c1 = c0 + cRow;
      C[c1] = C[c1]! + s10;
      C[c1 + cColumn] = C[c1 + cColumn]! + s11;
      C[c1 + 2 * cColumn] = C[c1 + 2 * cColumn]! + s12;
      C[c1 + 3 * cColumn] = C[c1 + 3 * cColumn]! + s13;
    }
    for (; column < columns; column += 1) {
      let s0 = 0;
      let s1 = 0;
      let p = a0;
      let q = a1;
      let at = b.at + column * bColumn;
      for (let k = 0; k < depth; k += 1) {
        const value = B[at]!;
        s0 += A[p]! * value;
        s1 += A[q]! * value;
        p += aStep;
        q += aStep;
        at += bStep;
      }
      const c0 = c.at + r * cRow + column * cColumn;
      C[c0] = C[c0]! + s0;
      if (pair) C[c0 + cRow] = C[c0 + cRow]! + s1;
    }
  }
}
