import { useId, useState } from "react";
import lab from "@/components/lab/lab.module.css";
import { minused, typedNumber } from "@/labs/arithmetic/number-text";
import type { Point } from "@/labs/data/dataset";
import { datasets } from "@/labs/data/datasets";
import { low } from "@/labs/hand/grid";
import { type LayerNames, layerNames } from "@/labs/hand/pass-names";
import { pointNames } from "@/labs/hand/point-names";
import { exactText } from "@/labs/hand/written-number";
import { widthsOf } from "@/labs/network/network";
import { networkOf, startWeights } from "@/labs/run/plan";
import { fields, type Run } from "@/labs/run/run";
import { largestWeight, typedWeight, withWeight } from "@/labs/run/weight-edit";
import { ColumnHeads } from "./equations";
import styles from "./hand.module.css";
import { type Complain, TypedCell } from "./typed-cell";

type Props = { run: Run; start: Run; onSet(run: Run): void };

/** The numbers that a pass starts from, to type in: they go into the run and its link. */
export function TypedNumbers({ run, start, onSet }: Props) {
  const note = useId();
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const network = networkOf(run);
  const onWrong = (label: string, says: string | null) => {
    setWrong(({ [label]: _, ...others }) =>
      says === null ? others : { ...others, [label]: says },
    );
  };
  const shape = widthsOf(network).join("-");
  const sameShape = networkOf(start).size === network.size;
  const given = { run, note, onSet, onWrong };
  return (
    <div className={styles.typed}>
      <p className={lab.small}>
        What you type is taken at once, to the digit, and stands in the link: check a
        calculation of your own here. Training starts anew.
      </p>
      <TypedWeights key={shape} names={layerNames(run, network)} {...given} />
      <div className={lab.buttons}>
        {sameShape && run.edits !== start.edits && (
          <button type="button" onClick={() => onSet({ ...run, edits: start.edits })}>
            The lab’s weights
          </button>
        )}
        {run.edits.length > 0 && (
          <button type="button" onClick={() => onSet({ ...run, edits: [] })}>
            Weights from the seed
          </button>
        )}
      </div>
      {run.data === "own" ? (
        <TypedPoints {...given} />
      ) : (
        <p>
          <button type="button" onClick={() => onSet({ ...run, data: "own", own: [] })}>
            Copy these points, to type over them
          </button>
        </p>
      )}
      <div id={note} role="alert" className={styles.wrong}>
        {Object.values(wrong).map((says) => (
          <p key={says}>{says}</p>
        ))}
      </div>
    </div>
  );
}

type TypedWeightsProps = {
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
function TypedWeights({ run, names, note, onSet, onWrong }: TypedWeightsProps) {
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

type TypedPointsProps = {
  run: Run;
  note: string;
  onSet(run: Run): void;
  onWrong: Complain;
};

const typedPointsAllowed =
  "a number from −100 to 100, with up to 14 digits after the point";

/** The run with one place changed, or null where the text makes no point of a link. */
function typedPointsWithTyped(
  run: Run,
  at: number,
  axis: "x" | "y",
  text: string,
): Run | null {
  const [before, value] = [run.own[at], typedNumber(text)];
  if (!before || value === null) return null;
  const written = fields.own.format([{ ...before, [axis]: value }]);
  const point = fields.own.parse(written)?.[0];
  return point ? { ...run, own: run.own.with(at, point) } : null;
}

/** The reader's points, to type over: x, y and the class, which is the target. */
function TypedPoints({ run, note, onSet, onWrong }: TypedPointsProps) {
  const names = datasets.own.classes(run);
  // One class more than there are: the first point of it brings an output of its own.
  const offered = datasets.own.classes({
    own: [...run.own, { x: 0, y: 0, target: Math.min(names.length, 3) }],
  });
  const take = (next: Run | null) => {
    if (next && fields.own.format(next.own) !== fields.own.format(run.own)) onSet(next);
    return next !== null;
  };
  const coordinate = (point: Point, at: number, axis: "x" | "y", name: string) => (
    <TypedCell
      label={`${axis} of ${name}`}
      value={minused(String(point[axis]))}
      allowed={typedPointsAllowed}
      note={note}
      onWrong={onWrong}
      onTake={(text) => take(typedPointsWithTyped(run, at, axis, text))}
    />
  );
  return (
    <div className={styles.typedScroll}>
      <table className={styles.typedTable}>
        <caption>
          <b>Points</b>
        </caption>
        <thead>
          <tr>
            <td />
            <th scope="col">x</th>
            <th scope="col">y</th>
            <th scope="col">class</th>
          </tr>
        </thead>
        <tbody>
          {pointNames(run).map(({ at, name }) => {
            const point = run.own[at]!;
            return (
              <tr key={at}>
                <th scope="row">{name}</th>
                <td>{coordinate(point, at, "x", name)}</td>
                <td>{coordinate(point, at, "y", name)}</td>
                <td>
                  <select
                    aria-label={`Class of ${name}`}
                    value={point.target}
                    onChange={(event) => {
                      const target = Number(event.target.value);
                      take({ ...run, own: run.own.with(at, { ...point, target }) });
                    }}
                  >
                    {offered.map((name, target) => (
                      <option key={name} value={target}>
                        {name}
                        {names.length === 2 && target < 2
                          ? target
                            ? " (+1)"
                            : " (−1)"
                          : ""}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
