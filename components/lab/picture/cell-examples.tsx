import { certaintyText } from "@/labs/certainty";
import { digitSide } from "@/labs/datasets/digits";
import { counted } from "@/labs/number-text";
import type { ClassAnswers } from "../training/class-answers";
import type { Cell } from "./confusion-table";
import styles from "./picture.module.css";
import { PixelImage } from "./pixel-image";

const most = 24;

type Props = { answers: ClassAnswers; cell: Cell };

/** The test examples behind one cell of the matrix. */
export function CellExamples({ answers, cell }: Props) {
  const { on, names, truths, named, certainty } = answers;
  const found = Array.from(truths.keys()).filter(
    (at) => truths[at] === cell.truth && named[at] === cell.named,
  );
  const [truth, answer] = [names[cell.truth] ?? "", names[cell.named] ?? ""];
  const what = `${truth}, named ${answer}`;
  const count = counted(found.length, "test example");
  const drawn = on === "plane" ? [] : found.slice(0, most);
  const sure = (at: number) =>
    certaintyText(certainty, answers.sureAt(at)[cell.named] ?? Number.NaN);
  return (
    <div className={styles.cellExamples} role="group" aria-label={`Examples of ${what}`}>
      <p>
        <b>{what}:</b> {found.length === 0 ? "no test example" : count}
        {found.length > drawn.length &&
          drawn.length > 0 &&
          `, the first ${drawn.length} here`}
        .
      </p>
      <ul className={styles.images} data-on={on}>
        {drawn.map((at) => (
          <li key={at}>
            <PixelImage
              values={answers.featuresAt(at)}
              columns={on === "picture" ? digitSide : answers.featuresAt(at).length}
              label={`Test example ${at + 1}: ${what}, ${sure(at)}`}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
