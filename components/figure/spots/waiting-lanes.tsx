// Eight lanes of a GPU over time: the data come over, all lanes work, and lanes that are
// done wait for the slowest.
import { Drawing } from "../drawing";
import { Spot, type SpotProps } from "./spot";
import styles from "./spots.module.css";

/** How long each lane works in the first and in the second call. */
const works = [
  [62, 77],
  [100, 48],
  [55, 88],
  [100, 62],
  [72, 88],
  [86, 55],
  [48, 72],
  [100, 88],
] as const;

const left = 18;
const top = 34;
const lane = 21;
const bottom = top + works.length * lane;
const transfers = [left, left + 150] as const;
const transferTime = 42;
const calls = [left + transferTime + 4, left + 150 + transferTime + 4] as const;
const ends = [calls[0] + 100, calls[1] + 88] as const;

const alt =
  "Eight rows over time. Twice there is first a hatched bar across all rows, in which no " +
  "row does anything else; then each row has a solid bar, some long and some short, and a " +
  "dashed empty box from its end until the longest of them has ended.";

const moments = [0, 1] as const;

export function WaitingLanes(of: SpotProps) {
  return (
    <Drawing alt={alt} width={330} height={236}>
      <text data-ink="quiet" x={left} y="18">
        eight lanes
      </text>
      <Spot of={of} id="transfer" x={transfers[0] + transferTime / 2} y={top + 84}>
        {transfers.map((x) => (
          <g key={x}>
            <rect
              data-ink="orange"
              x={x}
              y={top}
              width={transferTime}
              height={bottom - top - 3}
              rx="3"
            />
            {works.map((_, row) => (
              <path
                key={row}
                stroke="var(--orange)"
                d={`M${x + 6} ${top + row * lane + 15}l10-10m10 10 10-10`}
              />
            ))}
          </g>
        ))}
      </Spot>
      <Spot of={of} id="idle" x={calls[0] + 75} y={top + 6.45 * lane}>
        {works.map((times, row) =>
          moments.map((at) => {
            const from = calls[at] + times[at] + 2;
            const width = ends[at] - from;
            return (
              width > 2 && (
                <rect
                  key={`${row} ${at}`}
                  className={styles.area}
                  x={from}
                  y={top + row * lane}
                  width={width}
                  height={lane - 3}
                />
              )
            );
          }),
        )}
      </Spot>
      <Spot of={of} id="busy" x={calls[1] + 26} y={top + 3.45 * lane}>
        {works.map((times, row) =>
          moments.map((at) => (
            <rect
              key={`${row} ${at}`}
              data-ink="blue"
              x={calls[at]}
              y={top + row * lane}
              width={times[at]}
              height={lane - 3}
              rx="2"
            />
          )),
        )}
      </Spot>
      <path data-ink="faint" d={`M${left} ${bottom + 6}H312m-6-4 6 4-6 4`} />
      <text textAnchor="end" x="312" y={bottom + 24}>
        time
      </text>
    </Drawing>
  );
}
