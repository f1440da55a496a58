import { datasets, type Point } from "@/labs/dataset";
import { pointNames } from "@/labs/hand/point-names";
import { minused } from "@/labs/number-text";
import { fields, type Run } from "@/labs/run";
import { typedNumber } from "@/labs/typed-number";
import styles from "./hand.module.css";
import { type Complain, TypedCell } from "./typed-cell";

type Props = {
  run: Run;
  note: string;
  onSet(run: Run): void;
  onWrong: Complain;
};

const allowed = "a number from −100 to 100, with up to 14 digits after the point";

/** The run with one place changed, or null where the text makes no point of a link. */
function withTyped(run: Run, at: number, axis: "x" | "y", text: string): Run | null {
  const [before, value] = [run.own[at], typedNumber(text)];
  if (!before || value === null) return null;
  const written = fields.own.format([{ ...before, [axis]: value }]);
  const point = fields.own.parse(written)?.[0];
  return point ? { ...run, own: run.own.with(at, point) } : null;
}

/** The reader's points, to type over: x, y and the class, which is the target. */
export function TypedPoints({ run, note, onSet, onWrong }: Props) {
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
      allowed={allowed}
      note={note}
      onWrong={onWrong}
      onTake={(text) => take(withTyped(run, at, axis, text))}
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
