import { datasets, type Point } from "@/labs/dataset";
import { pointNames } from "@/labs/hand/point-names";
import { fields, type Run } from "@/labs/run";
import styles from "./hand.module.css";
import { type Complain, TypedCell } from "./typed-cell";

type Props = {
  run: Run;
  note: string;
  onSet(run: Run): void;
  onWrong: Complain;
};

const allowed = "a number from −100 to 100, with up to 14 digits after the point";

const textOf = (value: number) => String(value).replace("-", "−");

/** The run with one point changed, or null where that makes no legal point. */
function withPoint(run: Run, at: number, x: string, y: string, target: number) {
  const point = fields.own.parse(`${x}_${y}_${target}`)?.[0];
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
      value={textOf(point[axis])}
      allowed={allowed}
      note={note}
      onWrong={onWrong}
      onTake={(text) => {
        const [x, y] = axis === "x" ? [text, String(point.y)] : [String(point.x), text];
        return take(withPoint(run, at, x, y, point.target));
      }}
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
