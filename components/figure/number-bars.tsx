import figure from "./figure.module.css";
import styles from "./three-inputs.module.css";

/** The height of the drawing, which stands half above y = 0 and half below. */
export const tall = 60;

type Props = {
  values: readonly number[];
  column: { from: number; wide: number };
  /** What the highest of the values names; without it, none stands out. */
  names?: string;
};

/** Numbers as bars from a line at zero. A single number is drawn between −1 and 1. */
export function NumberBars({ values, column: { from, wide }, names }: Props) {
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
      {values.map((value, at) => (
        <rect
          key={at}
          className={names && at === highest ? styles.highest : styles.number}
          x={left + at * step}
          y={zero - Math.max(value, 0) * scale}
          width={step - gap}
          height={Math.abs(value) * scale}
        />
      ))}
      <path className={styles.zero} d={`M${from} ${zero}h${wide}`} />
      {names && (
        <text
          className={figure.middle}
          x={left + (highest + 0.5) * step - gap / 2}
          y={zero + 14}
        >
          {names}
        </text>
      )}
    </>
  );
}
