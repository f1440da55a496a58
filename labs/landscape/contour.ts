// Lines along which numbers on a grid have one value: marching squares.
// Source: Lorensen and Cline, "Marching Cubes" (1987), in two dimensions.

/** A line as x and y by turns, in steps of the grid from its first number. */
export type Contour = readonly number[];

/** Numbers at `width` × `height` crossings of a grid, row by row. */
export type Heights = { values: ArrayLike<number>; width: number; height: number };

/**
 * Which edges of a cell a line joins, for each of the 16 ways in which its corners lie
 * above the level: 1 upper left, 2 upper right, 4 lower right, 8 lower left. Edges: 0
 * upper, 1 right, 2 lower, 3 left.
 */
const joins: readonly (readonly (readonly [number, number])[])[] = [
  [],
  [[3, 0]],
  [[0, 1]],
  [[3, 1]],
  [[1, 2]],
  [
    [3, 0],
    [1, 2],
  ],
  [[0, 2]],
  [[3, 2]],
  [[2, 3]],
  [[0, 2]],
  [
    [0, 1],
    [2, 3],
  ],
  [[1, 2]],
  [[1, 3]],
  [[0, 1]],
  [[0, 3]],
  [],
];

/** Every edge that a line crosses, with the one or two edges that the line goes on to. */
type Links = Map<number, number[]>;

/** Two crossings of the grid: the ends of an edge, as places in `values`. */
function endsOf(edge: number, width: number): readonly [number, number] {
  const at = edge >> 1;
  return edge % 2 === 0 ? [at, at + 1] : [at, at + width];
}

function linksOf({ values, width, height }: Heights, level: number): Links {
  const links: Links = new Map();
  const link = (from: number, to: number) => {
    const known = links.get(from);
    if (known) known.push(to);
    else links.set(from, [to]);
  };
  for (let row = 0; row + 1 < height; row += 1) {
    for (let column = 0; column + 1 < width; column += 1) {
      const at = row * width + column;
      const upperLeft = values[at]!;
      const upperRight = values[at + 1]!;
      const lowerRight = values[at + width + 1]!;
      const lowerLeft = values[at + width]!;
      const sum = upperLeft + upperRight + lowerRight + lowerLeft;
      if (!Number.isFinite(sum)) continue;
      let above = upperLeft > level ? 1 : 0;
      if (upperRight > level) above += 2;
      if (lowerRight > level) above += 4;
      if (lowerLeft > level) above += 8;
      if (above === 0 || above === 15) continue;
      // A saddle: its middle decides which two corners belong together.
      if ((above === 5 || above === 10) && sum / 4 > level) above = 15 - above;
      const edges = [2 * at, 2 * (at + 1) + 1, 2 * (at + width), 2 * at + 1];
      for (const [from, to] of joins[above]!) {
        link(edges[from]!, edges[to]!);
        link(edges[to]!, edges[from]!);
      }
    }
  }
  return links;
}

/**
 * The lines on which the numbers cross `level`, each as long as it goes; closed ones end
 * where they began.
 */
export function contours(grid: Heights, level: number): readonly Contour[] {
  const { values, width } = grid;
  const links = linksOf(grid, level);
  const done = new Set<number>();
  const place = (edge: number): readonly [number, number] => {
    const [from, to] = endsOf(edge, width);
    const [a, b] = [values[from]!, values[to]!];
    const share = (level - a) / (b - a);
    const [x, y] = [from % width, Math.floor(from / width)];
    return edge % 2 === 0 ? [x + share, y] : [x, y + share];
  };
  const follow = (start: number): Contour => {
    const line = [...place(start)];
    let at: number | undefined = start;
    while (at !== undefined) {
      done.add(at);
      const around: readonly number[] = links.get(at) ?? [];
      const next = around.find((edge) => !done.has(edge));
      if (next === undefined && line.length > 4 && around.includes(start)) {
        line.push(...place(start));
      }
      if (next !== undefined) line.push(...place(next));
      at = next;
    }
    return line;
  };
  const edges = [...links.keys()];
  const open = edges.filter((edge) => links.get(edge)?.length === 1);
  return [...open, ...edges].flatMap((edge) => (done.has(edge) ? [] : [follow(edge)]));
}
