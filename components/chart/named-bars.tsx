import type { CSSProperties, ReactNode } from "react";
import styles from "./named-bars.module.css";

type Props = {
  /** The name of the things with a bar each: "Digit". */
  of: string;
  caption: ReactNode;
  heading: string;
  names: readonly string[];
  /** A number for each name. */
  values: ArrayLike<number>;
  /**
   * Whether numbers may be below 0: bars then begin in the middle, blue and plain above 0,
   * orange and hatched below.
   */
  signed?: boolean;
  /** The size of the number that fills the track, or half of it for signed numbers. */
  largest?: number;
  /** The place of the row that stands out. */
  named?: number;
  format(value: number): string;
};

/** A number for each name, as a bar and in writing. */
export function NamedBars(props: Props) {
  const {
    of,
    caption,
    heading,
    names,
    values,
    signed,
    largest = 1,
    named,
    format,
  } = props;
  return (
    <table className={styles.bars}>
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{of}</th>
          <th scope="col">{heading}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name, at) => {
          const value = values[at] ?? 0;
          const share = Math.min(Math.abs(value) / (largest || 1), 1);
          const length = (signed ? 50 : 100) * share;
          const from = !signed ? 0 : value < 0 ? 50 - length : 50;
          return (
            <tr key={name} data-named={named === undefined ? undefined : at === named}>
              <th scope="row">{name}</th>
              <td>
                <span
                  className={styles.bar}
                  data-sign={signed && (value < 0 ? "negative" : "positive")}
                  style={
                    { "--from": `${from}%`, "--length": `${length}%` } as CSSProperties
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
