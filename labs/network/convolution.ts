// The windows of a convolution, whose kernels have the same weights wherever they look, and of
// the mean of its neighbouring places.
// Source: LeCun et al., "Gradient-based learning applied to document recognition" (1998).

/** Inputs that lie in rows, as the dots of a picture; a sound is a single row. */
export type Grid = { across: number; down: number };

/** Windows of one size at places side by side and below each other. Steps count inputs. */
export type Windows = {
  /** How many places there are. */
  across: number;
  down: number;
  /** From one place to the next. */
  toRight: number;
  toBelow: number;
  /** The size of a window. */
  width: number;
  height: number;
  /** Inside a window, from an input to the one beside it, and below it. */
  beside: number;
  below: number;
};

/** How many inputs a window holds. */
export const sizeOf = ({ width, height }: Windows) => width * height;

/** How many windows there are. */
export const placesOf = ({ across, down }: Windows) => across * down;

/** Where each window begins among the inputs, in the order of the places. */
export function startsOf({ across, down, toRight, toBelow }: Windows): readonly number[] {
  return Array.from({ length: across * down }, (_, place) => {
    return Math.floor(place / across) * toBelow + (place % across) * toRight;
  });
}

/** The settings of a run's convolution; `kernels` is 0 where it has none. */
export type ConvolutionShape = {
  kernels: number;
  /** The side of the window. */
  kernelSize: number;
  /** How far it moves from place to place. */
  stride: number;
  /** The mean of so many places, and in a picture of so many rows of them, goes on. */
  pool: number;
};

/**
 * The places along one side, as many as whole pools hold, and the sizes cut down to what
 * there is.
 */
function along(side: number, { kernelSize, stride, pool }: ConvolutionShape) {
  const size = Math.min(kernelSize, side);
  const places = Math.floor((side - size) / stride) + 1;
  const most = Math.min(pool, places);
  const pools = Math.floor(places / most);
  return { size, pools, pool: most, places: pools * most };
}

/**
 * The windows through which a convolution looks at its inputs, and those of its places whose
 * mean goes on; null where every place goes on by itself.
 */
export function windowsOf(grid: Grid, shape: ConvolutionShape) {
  const { kernels, stride } = shape;
  const x = along(grid.across, shape);
  const single = { size: 1, pools: 1, pool: 1, places: 1 };
  const y = grid.down > 1 ? along(grid.down, shape) : single;
  const looks: Windows = {
    ...{ across: x.places, down: y.places },
    ...{ toRight: stride, toBelow: stride * grid.across },
    ...{ width: x.size, height: y.size, beside: 1, below: grid.across },
  };
  const row = x.places * kernels;
  const means: Windows = {
    ...{ across: x.pools, down: y.pools },
    ...{ toRight: x.pool * kernels, toBelow: y.pool * row },
    ...{ width: x.pool, height: y.pool, beside: kernels, below: row },
  };
  return { looks, means: sizeOf(means) > 1 ? means : null };
}
