import { numberText, shareText } from "@/labs/number-text";
import lab from "../lab.module.css";
import { LineSample } from "./boundary-lines";
import styles from "./loss.module.css";
import type { SideResult } from "./outlier-results";

type Props = { results: readonly SideResult[]; chosen: number; lined: boolean };

/** What each loss makes of one outlier. */
export function OutlierTable({ results, chosen, lined }: Props) {
  const tested = results.some(({ right }) => right !== null);
  return (
    <div
      className={`${lab.scroll} ${styles.whole}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus
      tabIndex={0}
      role="group"
      aria-label="Losses and outlier"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Loss</th>
            <th scope="col">Obeys</th>
            <th scope="col">Score there</th>
            <th scope="col">Loss there</th>
            <th scope="col">Share of all loss</th>
            {tested && <th scope="col">Test points right</th>}
          </tr>
        </thead>
        <tbody>
          {results.map(({ label, pass, verdicts, right }, index) => {
            const verdict = verdicts[chosen];
            return (
              <tr key={label}>
                <th scope="row">
                  <span className={styles.lossName}>
                    {lined && <LineSample index={index} />}
                    {label || "This run"}
                  </span>
                </th>
                <td className={styles.obeys}>
                  {!verdict || pass === 0 ? "–" : verdict.obeys ? "✓ yes" : "✗ no"}
                </td>
                <td>{verdict ? numberText(verdict.score) : "–"}</td>
                <td>{verdict ? numberText(verdict.loss) : "–"}</td>
                <td>{verdict ? shareText(verdict.share) : "–"}</td>
                {tested && <td>{right === null ? "–" : shareText(right)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
