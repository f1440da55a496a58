// How often each spoken vowel was heard as which, of 20 recordings of each: a as a 18, e 0,
// o 2; e as a 1, e 19, o 0; o as a 7, e 0, o 13.
import { Drawing } from "../drawing";
import { Spot, type SpotProps } from "./spot";
import styles from "./spots.module.css";

const vowels = ["a", "e", "o"] as const;
const counts = [
  [18, 0, 2],
  [1, 19, 0],
  [7, 0, 13],
] as const;

const side = 62;
const left = 70;
const top = 48;
const places = [0, 1, 2] as const;

const alt =
  "A table of counts. Rows, what was spoken: a, e, o; columns, what the network heard. " +
  "Row a: 18 as a, 0 as e, 2 as o. Row e: 1 as a, 19 as e, 0 as o. " +
  "Row o: 7 as a, 0 as e, 13 as o.";

/** The outline of one cell, a little inside it. */
const inside = (row: number, column: number, columns = 1) => ({
  x: left + column * side + 4,
  y: top + row * side + 4,
  width: columns * side - 8,
  height: side - 8,
  rx: 4,
});

/** A band around the three cells from the upper left to the lower right. */
const [near, far] = [12, 3 * side - 12];
const band = `M${left + 5} ${top + near + 26}V${top + 5}H${left + near + 26}L${left + far + 7} ${top + far - 26}V${top + far + 7}H${left + far - 26}Z`;

export function ConfusionGrid(of: SpotProps) {
  return (
    <Drawing alt={alt} width={330} height={246}>
      <text textAnchor="middle" x={left + 1.5 * side} y="14">
        heard as
      </text>
      <text textAnchor="middle" transform={`translate(16 ${top + 93}) rotate(-90)`}>
        spoken
      </text>
      {places.map((row) => (
        <g key={row}>
          <text textAnchor="middle" x={left + (row + 0.5) * side} y={top - 12}>
            {vowels[row]}
          </text>
          <text textAnchor="middle" x={left - 22} y={top + (row + 0.5) * side + 5}>
            {vowels[row]}
          </text>
          {places.map((column) => (
            <g key={column}>
              <rect
                className={styles.cell}
                data-right={row === column}
                x={left + column * side}
                y={top + row * side}
                width={side}
                height={side}
              />
            </g>
          ))}
        </g>
      ))}
      <Spot of={of} id="row-e" x={left + 3 * side + 24} y={top + 1.5 * side}>
        <rect className={styles.area} {...inside(1, 0, 3)} />
      </Spot>
      <Spot of={of} id="diagonal" x={left + 3 * side + 24} y={top + 2.6 * side}>
        <path className={styles.area} d={band} />
      </Spot>
      <Spot of={of} id="a-as-o" x={left + 2.82 * side} y={top + 0.18 * side}>
        <rect className={styles.area} {...inside(0, 2)} />
      </Spot>
      <Spot of={of} id="o-as-a" x={left + 0.18 * side} y={top + 2.82 * side}>
        <rect className={styles.area} {...inside(2, 0)} />
      </Spot>
      {places.map((row) =>
        places.map((column) => (
          <text
            key={`${row} ${column}`}
            textAnchor="middle"
            x={left + (column + 0.5) * side}
            y={top + (row + 0.5) * side + 6}
          >
            {counts[row][column]}
          </text>
        )),
      )}
    </Drawing>
  );
}
