import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/kit/button";
import { Row, Small, Stack } from "@/components/kit/layout";
import { ColumnHeads } from "@/components/kit/scroll-table";
import { Problem } from "@/components/kit/status";
import { minused, typedNumber } from "@/labs/arithmetic/number-text";
import type { Point } from "@/labs/data/dataset";
import { datasets } from "@/labs/data/datasets";
import { subscript } from "@/labs/hand/grid";
import { type LayerNames, layerNames, pointNames } from "@/labs/hand/pass-names";
import { exactText } from "@/labs/hand/step";
import { widthsOf } from "@/labs/network/network";
import { networkOf, startWeights } from "@/labs/run/plan";
import { fields, type Run } from "@/labs/run/run";
import { largestWeight, typedWeight, withWeight } from "@/labs/run/weight-edit";
import { type Complain, TypedCell } from "./typed-cell";
import styles from "./typed-numbers.module.css";

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
  const shared = { run, note, onSet, onWrong };
  return (
    <Stack>
      <Small>
        What you type is taken at once, to the digit, and stands in the link: check a
        calculation of your own here. Training starts anew.
      </Small>
      <TypedWeights key={shape} names={layerNames(run, network)} {...shared} />
      <Row>
        {sameShape && run.edits !== start.edits && (
          <Button onClick={() => onSet({ ...run, edits: start.edits })}>
            The lab’s weights
          </Button>
        )}
        {run.edits.length > 0 && (
          <Button onClick={() => onSet({ ...run, edits: [] })}>
            Weights from the seed
          </Button>
        )}
      </Row>
      {run.data === "own" ? (
        <TypedPoints {...shared} />
      ) : (
        <p>
          <Button onClick={() => onSet({ ...run, data: "own", own: [] })}>
            Copy these points, to type over them
          </Button>
        </p>
      )}
      <div id={note} role="alert">
        {Object.values(wrong).map((says) => (
          <Problem key={says}>{says}</Problem>
        ))}
      </div>
    </Stack>
  );
}

type TypedTableProps = { caption: string; heads: readonly string[]; children: ReactNode };

const TypedTable = ({ caption, heads, children }: TypedTableProps) => (
  <div className={styles.scroll}>
    <table className={styles.table}>
      <caption>{caption}</caption>
      <ColumnHeads names={[null, ...heads]} />
      <tbody>{children}</tbody>
    </table>
  </div>
);

type TypedPartProps = {
  run: Run;
  /** The id of the sentences on what is wrong. */
  note: string;
  onSet(run: Run): void;
  onWrong: Complain;
};

type TypedWeightsProps = TypedPartProps & { names: readonly LayerNames[] };

const allowedWeight = `a number from −${largestWeight} to ${largestWeight}`;

/** The run with one weight as typed, or null where the text is no legal weight. */
function withTypedWeight(run: Run, at: number, text: string): Run | null {
  const value = typedWeight(text);
  const edits = value === null ? null : withWeight(run, at, value);
  return edits && { ...run, edits };
}

/** The weights and biases before the first pass, to type over. */
function TypedWeights({ run, names, note, onSet, onWrong }: TypedWeightsProps) {
  const network = networkOf(run);
  const weights = startWeights(run, network);
  return (
    <div className={styles.grids}>
      {network.layers.map(({ weightsAt, outputs }, index) => {
        const { inputs: rows, outputs: columns } = names[index]!;
        const number = subscript(index + 1);
        return (
          <TypedTable
            key={weightsAt}
            caption={`W${number} and b${number}`}
            heads={columns}
          >
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
                        allowed={allowedWeight}
                        note={note}
                        onWrong={onWrong}
                        onType={(text) => {
                          const typed = withTypedWeight(run, at, text);
                          if (!typed) return false;
                          const [before, after] = [weights[at], startWeights(typed)[at]];
                          if (before !== after) onSet(typed);
                          return true;
                        }}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </TypedTable>
        );
      })}
    </div>
  );
}

const allowedPlace = "a number from −100 to 100, with up to 14 digits after the point";

/** The run with one place changed, or null where the text makes no point of a link. */
function withTypedPlace(run: Run, at: number, axis: "x" | "y", text: string): Run | null {
  const [before, value] = [run.own[at], typedNumber(text)];
  if (!before || value === null) return null;
  const written = fields.own.format([{ ...before, [axis]: value }]);
  const point = fields.own.parse(written)?.[0];
  return point ? { ...run, own: run.own.with(at, point) } : null;
}

/** The reader's points, to type over: x, y and the class, which is the target. */
function TypedPoints({ run, note, onSet, onWrong }: TypedPartProps) {
  const names = datasets.own.classes(run);
  // One class more than there are: the first point of it brings an output of its own.
  const offered = datasets.own.classes({
    own: [...run.own, { x: 0, y: 0, target: Math.min(names.length, 3) }],
  });
  const change = (next: Run | null) => {
    if (next && fields.own.format(next.own) !== fields.own.format(run.own)) onSet(next);
    return next !== null;
  };
  const coordinate = (point: Point, at: number, axis: "x" | "y", name: string) => (
    <TypedCell
      label={`${axis} of ${name}`}
      value={minused(String(point[axis]))}
      allowed={allowedPlace}
      note={note}
      onWrong={onWrong}
      onType={(text) => change(withTypedPlace(run, at, axis, text))}
    />
  );
  return (
    <TypedTable caption="Points" heads={["x", "y", "class"]}>
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
                  change({ ...run, own: run.own.with(at, { ...point, target }) });
                }}
              >
                {offered.map((name, target) => (
                  <option key={name} value={target}>
                    {name}
                    {names.length === 2 && target < 2 ? (target ? " (+1)" : " (−1)") : ""}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        );
      })}
    </TypedTable>
  );
}
