// One pass as a ring: model, output, comparison, adjustment, and around again.
import type { ReactNode } from "react";
import { Drawing } from "./drawing";
import styles from "./learning-loop.module.css";

const middle = { x: 206, y: 126 };
const radius = 80;
const side = 56.57;
const left = middle.x - side;
const right = middle.x + side;
const top = middle.y - side;
const bottom = middle.y + side;

/** A point of the ring, in degrees clockwise from the right. */
function onRing(degrees: number): string {
  const turn = (degrees * Math.PI) / 180;
  const x = middle.x + radius * Math.cos(turn);
  const y = middle.y + radius * Math.sin(turn);
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function Head({ at, turn }: { at: string; turn: number }) {
  const place = `translate(${at}) rotate(${turn})`;
  return <path fill="currentColor" d="M0 0-9-4.5-6.5 0-9 4.5Z" transform={place} />;
}

/** The way from one station, at `from` degrees, to the next. */
function Quarter({ from }: { from: number }) {
  const arc = `M${onRing(from + 24)}A${radius} ${radius} 0 0 1 ${onRing(from + 62)}`;
  return (
    <g className={styles.loop}>
      <path data-ink="arrow" strokeWidth="2.25" d={arc} />
      <Head at={onRing(from + 67)} turn={from + 154} />
    </g>
  );
}

/** A disc with a sign, drawn around its own centre, and a name. */
function Station(props: { x: number; y: number; name: ReactNode; children: ReactNode }) {
  return (
    <g transform={`translate(${props.x} ${props.y})`}>
      <circle className={styles.disc} r="27" />
      <g strokeLinecap="round">{props.children}</g>
      {props.name}
    </g>
  );
}

const above = { textAnchor: "middle", y: -35 } as const;
const below = { textAnchor: "middle", y: 43 } as const;

/** The four steps of a pass as a ring; `alt` tells it in words. */
export function LearningLoop({ alt }: { alt: string }) {
  return (
    <Drawing alt={alt} width={300} height={264}>
      {[225, 315, 45, 135].map((from) => (
        <Quarter key={from} from={from} />
      ))}
      <text textAnchor="middle" x={middle.x} y={middle.y - 3}>
        next
      </text>
      <text textAnchor="middle" x={middle.x} y={middle.y + 14}>
        pass
      </text>

      <g className={styles.given}>
        <path data-ink="faint" d={`M72 ${top}H${left - 37}`} />
        <Head at={`${left - 31} ${top}`} turn={0} />
        <path
          data-ink="faint"
          strokeDasharray="4 4"
          d={`M38 ${top + 33}V236q0 14 14 14H${right - 14}q14 0 14-14V${bottom + 37}`}
        />
        <Head at={`${right} ${bottom + 31}`} turn={-90} />
      </g>
      <text data-ink="quiet" x="52" y="242">
        expected
      </text>

      <Station x={38} y={top} name={<text {...above}>Examples</text>}>
        <path
          data-ink="orange"
          d="M-9-15l6 6-6 6-6-6ZM-11 2l6 6-6 6-6-6ZM6-19l6 6-6 6-6-6Z"
        />
        <circle data-ink="blue" cx="11" cy="2" r="5" />
        <circle data-ink="blue" cx="4" cy="14" r="5" />
      </Station>
      <Station x={left} y={top} name={<text {...above}>Model</text>}>
        <path
          data-ink="line"
          d="M-13-7 1-12M-13-7 1 0M-13-7 1 12M-13 7 1-12M-13 7 1 0M-13 7 1 12"
        />
        <path data-ink="line" d="M1-12 14 0 1 12M1 0h13" />
        <path
          data-ink="line"
          strokeWidth="6.5"
          d="M-13-7h0M-13 7h0M1-12h0M1 0h0M1 12h0M14 0h0"
        />
      </Station>
      <Station x={right} y={top} name={<text {...above}>Output</text>}>
        <path data-ink="line" d="M-15 12h30" />
        <path data-ink="orange" d="M-5.5 12v-14h11v14" />
      </Station>
      <Station
        x={right}
        y={bottom}
        name={
          <text textAnchor="end" x="-8" y="43">
            Compare
          </text>
        }
      >
        <path data-ink="line" d="M-15 12h30" />
        <path data-ink="orange" d="M-12 12v-14h10v14" />
        <path data-ink="blue" strokeDasharray="3 3" d="M3 12v-26h10v26" />
      </Station>
      <Station x={left} y={bottom} name={<text {...below}>Adjust</text>}>
        <path data-ink="line" d="M-14-9h28M-14 0h28M-14 9h28" />
        <path data-ink="line" strokeWidth="6.5" d="M6-9h0M-7 0h0M2 9h0" />
      </Station>
    </Drawing>
  );
}
