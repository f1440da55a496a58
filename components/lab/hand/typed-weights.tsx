import { low } from "@/labs/hand/grid";
import type { LayerNames } from "@/labs/hand/pass-names";
import { exactText } from "@/labs/hand/written-number";
import { largestWeight, typedWeight, withWeight } from "@/labs/own/weight-edit";
import type { Run } from "@/labs/run";
import { networkOf, startWeights } from "@/labs/task";
import { ColumnHeads } from "./column-heads";
import styles from "./hand.module.css";
import { type Complain, TypedCell } from "./typed-cell";

type Props = {
  run: Run;
  names: readonly LayerNames[];
  note: string;
  onSet(run: Run): void;
  onWrong: Complain;
};

const allowed = `a number from −${largestWeight} to ${largestWeight}`;

/** The run with one weight as typed, or null where the text is no legal weight. */
function withTyped(run: Run, at: number, text: string): Run | null {
  const value = typedWeight(text);
  const edits = value === null ? null : withWeight(run, at, value);
  return edits && { ...run, edits };
}

/** The weights and biases before the first pass, to type over. */
export function TypedWeights({ run, names, note, onSet, onWrong }: Props) {
  const network = networkOf(run);
  const weights = startWeights(run, network);
  return (
    <div className={styles.typedGrids}>
      {network.layers.map(({ weightsAt, outputs }, index) => {
        const { inputs: rows, outputs: columns } = names[index]!;
        const number = low(index + 1);
        return (
          <div key={weightsAt} className={styles.typedScroll}>
            <table className={styles.typedTable}>
              <caption>
                <b>
                  W{number} and b{number}
                </b>
              </caption>
              <ColumnHeads names={columns} />
              <tbody>
                {[...rows, "bias"].map((row, r) => (
                  <tr key={row}>
                    <th scope="row">{row}</th>
                    {columns.map((column, c) => {
                      const at = weightsAt + r * outputs + c;
                      const bias = r === rows.length;
                      return (
                        <td key={column}>
                          <TypedCell
                            label={`${bias ? "b" : "W"}${number}, ${bias ? "bias" : row} to ${column}`}
                            value={exactText(weights[at]!)}
                            allowed={allowed}
                            note={note}
                            onWrong={onWrong}
                            onTake={(text) => {
                              const typed = withTyped(run, at, text);
                              if (!typed) return false;
                              const [before, after] = [
                                weights[at],
                                startWeights(typed)[at],
                              ];
                              if (before !== after) onSet(typed);
                              return true;
                            }}
                          />
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
    </div>
  );
}
