/** Where each arrow key points, in steps to the right and down. */
export const arrowKeys: Readonly<
  Record<string, readonly [right: number, down: number] | undefined>
> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
