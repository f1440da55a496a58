import { numberText } from "@/labs/number-text";
import styles from "./loss.module.css";
import { bandStyle } from "./surface-look";

/** What each band of a surface stands for. */
export function SurfaceLegend({ levels }: { levels: readonly number[] }) {
  const bands = levels.length + 1;
  const text = (band: number) => {
    const [from, to] = [levels[band - 1], levels[band]];
    if (from === undefined)
      return to === undefined ? "one loss" : `below ${numberText(to)}`;
    return to === undefined
      ? `above ${numberText(from)}`
      : `${numberText(from)}–${numberText(to)}`;
  };
  return (
    <ul className={styles.legend} aria-label="Train loss by colour">
      {Array.from({ length: bands }, (_, band) => (
        <li key={text(band)}>
          <span
            className={styles.swatch}
            style={{ background: bandStyle(band, bands) }}
          />
          {text(band)}
        </li>
      ))}
    </ul>
  );
}
