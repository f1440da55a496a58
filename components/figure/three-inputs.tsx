// A picture, a sound and a time series: as we have them, as the network gets them, and
// the scores that it puts out.
import { Drawing } from "./drawing";
import styles from "./three-inputs.module.css";
import { levels, rows, seven, wave } from "./three-inputs-data";

/** The height of each small drawing, half above y = 0 and half below. */
const tall = 60;

/** Where the middle of each row stands. */
const middleOf = (row: number) => 62 + row * 98;

const columns = [
  { head: "You have", from: 2, wide: 102 },
  { head: "Network gets", from: 124, wide: 102 },
  { head: "It puts out", from: 246, wide: 72 },
] as const;

/** Values as a line 102 wide and 60 high, from x = 2, around y = 0. */
export function pathOf(values: ArrayLike<number>): string {
  const numbers = Array.from(values);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  let [lastX, lastY] = [0, 0];
  const steps = numbers.map((value, at) => {
    const x = columns[0].from + (columns[0].wide * at) / (numbers.length - 1);
    const y = tall * (0.5 - (value - low) / (high - low));
    const [tenthsX, tenthsY] = [Math.round(10 * x), Math.round(10 * y)];
    const step = `${(tenthsX - lastX) / 10} ${(tenthsY - lastY) / 10}`;
    [lastX, lastY] = [tenthsX, tenthsY];
    return step;
  });
  return `m${steps.join("l")}`;
}

/** The seven, 60 each way, in the middle of the same place. */
export function Picture() {
  const side = tall / 8;
  const left = columns[0].from + (columns[0].wide - tall) / 2;
  return (
    <g transform={`translate(${left} ${-tall / 2})`}>
      {seven.map((ink, at) => (
        <rect
          key={at}
          data-ink="solid"
          fillOpacity={ink / 16}
          x={(at % 8) * side}
          y={Math.floor(at / 8) * side}
          width={side}
          height={side}
        />
      ))}
      <rect data-ink="grid" width={tall} height={tall} />
    </g>
  );
}

const drawings = [
  <Picture key="picture" />,
  <path key="sound" data-ink="line" d={pathOf(wave)} />,
  <path key="months" data-ink="line" d={pathOf(levels)} />,
];

/** Three inputs as they are had and given, and their scores; `alt` tells it in words. */
export function ThreeInputs({ alt }: { alt: string }) {
  const [has, given, out] = columns;
  return (
    <Drawing alt={alt} width={320} height={310}>
      {columns.map(({ head, from, wide }) => (
        <text key={head} textAnchor="middle" x={from + wide / 2} y="14">
          {head}
        </text>
      ))}
      {rows.map((row, at) => (
        <g key={row.name} transform={`translate(0 ${middleOf(at)})`}>
          {drawings[at]}
          <path data-ink="arrow" strokeWidth="2" d="M109 0h8m-4-4 4 4-4 4" />
          <NumberBars values={row.given} column={given} />
          <path data-ink="arrow" strokeWidth="2" d="M231 0h8m-4-4 4 4-4 4" />
          <NumberBars values={row.scores} column={out} names={row.names} />
          {[
            { text: row.name, ...has },
            { text: row.gives, ...given },
            { text: row.says, ...out },
          ].map(({ text, from, wide }) => (
            <text
              key={text}
              textAnchor="middle"
              data-ink="quiet"
              x={from + wide / 2}
              y={tall / 2 + 19}
            >
              {text}
            </text>
          ))}
        </g>
      ))}
    </Drawing>
  );
}

type Props = {
  values: readonly number[];
  column: { from: number; wide: number };
  /** The name of the highest value; without it, none stands out. */
  names?: string;
};

const rounded = (size: number) => Math.round(100 * size) / 100;

/** Numbers as bars from a line at zero. A single number is drawn between −1 and 1. */
function NumberBars({ values, column: { from, wide }, names }: Props) {
  const all = values.length > 1 ? [0, ...values] : [-1, 1];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const scale = tall / (high - low);
  const zero = high * scale - tall / 2;
  const step = Math.min(wide / values.length, 16);
  const left = from + (wide - step * values.length) / 2;
  const gap = step > 4 ? 1.5 : 0.35;
  const highest = values.indexOf(Math.max(...values));
  return (
    <>
      {values.map(
        (value, at) =>
          value !== 0 && (
            <rect
              key={at}
              className={names && at === highest ? styles.highest : styles.number}
              x={rounded(left + at * step)}
              y={rounded(zero - Math.max(value, 0) * scale)}
              width={rounded(step - gap)}
              height={rounded(Math.abs(value) * scale)}
            />
          ),
      )}
      <path data-ink="faint" strokeWidth="0.75" d={`M${from} ${zero}h${wide}`} />
      {names && (
        <text
          textAnchor="middle"
          x={left + (highest + 0.5) * step - gap / 2}
          y={zero + 14}
        >
          {names}
        </text>
      )}
    </>
  );
}
