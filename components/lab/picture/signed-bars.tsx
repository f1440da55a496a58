import type { CSSProperties } from "react";
import styles from "./picture.module.css";

type Props = {
  caption: string;
  heading: string;
  rows: readonly { name: string; value: number }[];
  /** The size of the number that fills half the track. */
  largest: number;
  format(value: number): string;
};

/** Numbers above and below 0 as bars from the middle: blue plain, orange hatched. */
export function SignedBars({ caption, heading, rows, largest, format }: Props) {
  return (
    <table className={styles.bars}>
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Digit</th>
          <th scope="col">{heading}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, value }) => {
          const share = Math.min(Math.abs(value) / (largest || 1), 1) * 50;
          const from = value < 0 ? 50 - share : 50;
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <span
                  className={styles.bar}
                  data-sign={value < 0 ? "negative" : "positive"}
                  data-middle
                  style={
                    { "--from": `${from}%`, "--length": `${share}%` } as CSSProperties
                  }
                />
                {format(value)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
