import { countText, fixedText } from "@/labs/number-text";
import { bandCentres, quietest } from "@/labs/sound/spectrum";
import styles from "./sound.module.css";

/** A frequency to the nearest Hz. */
export const hertz = (value: number) => `${countText(Math.round(value))} Hz`;

const decibels = (share: number) =>
  share <= 0 ? `−${quietest} or less` : fixedText(quietest * (share - 1), 0);

/** The bands of a spectrum as numbers, for those who ask for them. */
export function BandTable({ bands }: { bands: Float32Array }) {
  return (
    <details className={styles.table}>
      <summary>The 32 numbers</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll box must take the keyboard. */}
      <div tabIndex={0} role="group" aria-label="Table of the bands">
        <table>
          <thead>
            <tr>
              <th scope="col">Band around</th>
              <th scope="col">Decibels</th>
              <th scope="col">Given as</th>
            </tr>
          </thead>
          <tbody>
            {Array.from(bands, (band, k) => (
              <tr key={bandCentres[k]}>
                <th scope="row">{hertz(bandCentres[k] ?? 0)}</th>
                <td>{decibels(band)}</td>
                <td>{band.toFixed(3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
