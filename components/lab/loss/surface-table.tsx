import type { Surface } from "@/labs/landscape/loss-surface";
import { numberText } from "@/labs/number-text";
import lab from "../lab.module.css";
import styles from "./loss.module.css";

/** Rows and columns of the table. */
const count = 7;

type Props = { surface: Surface; across: string; up: string };

/** The surface as numbers: its places, thinned. */
export function SurfaceTable({ surface, across, up }: Props) {
  const { frame, side, losses } = surface;
  const steps = Array.from({ length: count }, (_, k) =>
    Math.round((k * (side - 1)) / (count - 1)),
  );
  const away = (step: number) => frame.half * ((2 * step) / (side - 1) - 1);
  return (
    <div
      className={`${lab.scroll} ${styles.whole}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus
      tabIndex={0}
      role="group"
      aria-label="Surface table"
    >
      <table>
        <caption>
          Train loss. Columns: {across}. Rows: {up}.
        </caption>
        <thead>
          <tr>
            <td />
            {steps.map((column) => (
              <th key={column} scope="col">
                {numberText(frame.x + away(column))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((row) => (
            <tr key={row}>
              <th scope="row">{numberText(frame.y - away(row))}</th>
              {steps.map((column) => (
                <td key={column}>{numberText(losses[row * side + column] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
