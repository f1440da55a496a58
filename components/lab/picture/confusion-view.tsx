"use client";
import {
  type CSSProperties,
  type KeyboardEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { arrowKeys } from "@/components/kit/arrow-keys";
import { Button } from "@/components/kit/button";
import { PlainList, Small, Stack } from "@/components/kit/layout";
import { ColumnHeads } from "@/components/kit/scroll-table";
import { capital } from "@/components/kit/wording";
import {
  type ClassAnswers,
  useClassAnswers,
} from "@/components/lab/training/class-answers";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { counted } from "@/labs/arithmetic/number-text";
import { datasets, kindOf } from "@/labs/data/datasets";
import { digitSide } from "@/labs/data/digits";
import { certaintyText } from "@/labs/network/certainty";
import {
  type Confusion,
  confusionOf,
  mistakesOf,
  tallyOf,
} from "@/labs/picture/confusion";
import { noClass } from "@/labs/training/score";
import styles from "./confusion-view.module.css";
import { PixelImage } from "./pixel-image";

/** The confusion matrix: counts of each class named for each, on the held examples. */
export function ConfusionView({ side }: ViewProps) {
  if (kindOf(side.run) === "number") {
    return <Small>Choose data with classes to see which are confused.</Small>;
  }
  // A cell of other classes is chosen no more.
  return <Matrix key={datasets[side.run.data].label} side={side} />;
}

function Matrix({ side }: Pick<ViewProps, "side">) {
  const id = useId();
  const answers = useClassAnswers(side);
  const { names, truths, named } = answers;
  const confusion = useMemo(
    () => confusionOf(truths, named, names.length),
    [truths, named, names],
  );
  const [chosen, setChosen] = useState<ConfusionCell | null>(null);
  const worst = mistakesOf(confusion)[0];
  const shown = chosen ?? worst ?? { truth: 0, named: 0 };
  return (
    <Stack role="group" aria-labelledby={id}>
      <h3 id={id}>What it takes for what</h3>
      <p>{confusionInWords(answers, confusion)}</p>
      <div className={styles.matrixPanes}>
        <ConfusionTable
          names={names}
          confusion={confusion}
          chosen={shown}
          onChoose={setChosen}
        />
        <CellExamples answers={answers} cell={shown} />
      </div>
    </Stack>
  );
}

/** The share that is right, the most frequent mistake, and the hardest class. */
function confusionInWords(answers: ClassAnswers, confusion: Confusion): string {
  const { set, names, truths, named, accuracy } = answers;
  const all = truths.length;
  const right = Math.round(accuracy * all);
  const unnamed = named.filter((one) => one === noClass).length;
  const without =
    unnamed > 0 ? ` For ${unnamed} the network puts out no number, and so no class.` : "";
  const share = `${right} of ${all} ${set} examples are named right: ${(100 * accuracy).toFixed(1)} %.${without}`;
  const [worst] = mistakesOf(confusion);
  if (!worst) return share;
  const most = `Most often, ${names[worst.truth]} was taken for ${names[worst.named]}: ${times(worst.count)}.`;
  const [hardest] = names
    .map((name, truth) => ({ name, ...tallyOf(confusion, truth) }))
    .filter((tally) => tally.all > 0)
    .sort((one, other) => one.right / one.all - other.right / other.all);
  if (!hardest) return `${share} ${most}`;
  return `${share} ${most} The hardest is ${hardest.name}, with ${hardest.right} of ${hardest.all} right.`;
}

const times = (count: number) =>
  count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;

/** One cell of the matrix, by the numbers of its classes. */
type ConfusionCell = { truth: number; named: number };

type ConfusionTableProps = {
  names: readonly string[];
  confusion: Confusion;
  chosen: ConfusionCell;
  onChoose(cell: ConfusionCell): void;
};

/** Few are to be seen too; and the number must stay legible on the darkest. */
const shade = (share: number) =>
  ({ "--share": `${Math.round(45 * share ** 0.5)}%` }) as CSSProperties;

/** The counts as a table. The arrow keys move along it; the cell they reach is chosen. */
function ConfusionTable({ names, confusion, chosen, onChoose }: ConfusionTableProps) {
  const cells = useRef(new Map<number, HTMLButtonElement>());
  const { size, counts } = confusion;
  const choose = (cell: ConfusionCell) => {
    onChoose(cell);
    cells.current.get(cell.truth * size + cell.named)?.focus();
  };
  function move(event: KeyboardEvent, { truth, named }: ConfusionCell) {
    const arrow = arrowKeys[event.key];
    if (!arrow) return;
    event.preventDefault();
    const [right, down] = arrow;
    const clamped = (index: number) => Math.min(Math.max(index, 0), size - 1);
    choose({ truth: clamped(truth + down), named: clamped(named + right) });
  }
  return (
    <table className={styles.matrix}>
      <caption>
        Rows: what it is. Columns: what it was named. The diagonal, framed, is right;
        choose a cell to see its examples.
      </caption>
      <ColumnHeads names={[null, ...names]} />
      <tbody>
        {names.map((name, truth) => {
          const { all } = tallyOf(confusion, truth);
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              {names.map((other, named) => {
                const at = truth * size + named;
                const count = counts[at] ?? 0;
                const here = chosen.truth === truth && chosen.named === named;
                return (
                  <td key={other}>
                    <Button
                      ref={(cell) => {
                        if (cell) cells.current.set(at, cell);
                      }}
                      tabIndex={here ? 0 : -1}
                      aria-pressed={here}
                      aria-label={`${name} named ${other}: ${count}`}
                      data-right={truth === named}
                      data-none={count === 0}
                      style={shade(all > 0 ? count / all : 0)}
                      onClick={() => choose({ truth, named })}
                      onKeyDown={(event) => move(event, { truth, named })}
                    >
                      {count}
                    </Button>
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const most = 24;

type CellExamplesProps = { answers: ClassAnswers; cell: ConfusionCell };

/** The held examples behind one cell of the matrix. */
function CellExamples({ answers, cell }: CellExamplesProps) {
  const { set, on, names, truths, named, certainty } = answers;
  const found = Array.from(truths.keys()).filter(
    (at) => truths[at] === cell.truth && named[at] === cell.named,
  );
  const [truth, answer] = [names[cell.truth] ?? "", names[cell.named] ?? ""];
  const what = `${truth}, named ${answer}`;
  const count = counted(found.length, `${set} example`);
  const drawn = on === "plane" ? [] : found.slice(0, most);
  const sure = (at: number) =>
    certaintyText(certainty, answers.sureAt(at)[cell.named] ?? Number.NaN);
  return (
    <Stack role="group" aria-label={`Examples of ${what}`}>
      <p>
        <b>{what}:</b> {found.length === 0 ? `no ${set} example` : count}
        {found.length > drawn.length &&
          drawn.length > 0 &&
          `, the first ${drawn.length} here`}
        .
      </p>
      <PlainList className={styles.images} data-on={on}>
        {drawn.map((at) => (
          <li key={at}>
            <PixelImage
              values={answers.featuresAt(at)}
              columns={on === "picture" ? digitSide : answers.featuresAt(at).length}
              label={`${capital(set)} example ${at + 1}: ${what}, ${sure(at)}`}
            />
          </li>
        ))}
      </PlainList>
    </Stack>
  );
}
