import { spotFigure } from "@/components/figure/spots/spot-figures";
import { WithCode } from "@/components/quiz/with-code";
import { type Posed, posed, type Question } from "@/content/quiz/question";
import styles from "./sheet.module.css";
import { letter } from "./sheet-key";

/** Where something is to be written. */
const Line = ({ long = false }: { long?: boolean }) => (
  <span className={long ? styles.longLine : styles.line}>
    <span className="visually-hidden">to fill in</span>
  </span>
);

const Lettered = ({ texts, box }: { texts: readonly string[]; box: boolean }) => (
  <ul className={styles.parts}>
    {texts.map((text, at) => (
      <li key={text}>
        {box ? <span className={styles.box} aria-hidden="true" /> : null}
        <b>{letter(at)}</b> <WithCode text={text} />
      </li>
    ))}
  </ul>
);

/** The figure whose places the options name, with their letters in it. */
function Figure({ of }: { of: Extract<Posed, { kind: "point" }> }) {
  const figure = spotFigure(of.figure);
  const spots = of.options.map(({ spot }) => spot);
  return figure && <figure.Drawing spots={spots} chosen={null} onChoose={null} />;
}

/** What is below the question: boxes to tick, lines to write on. */
function Answering({ of }: { of: Posed }) {
  switch (of.kind) {
    case "number":
      return (
        <p>
          <Line long /> {of.unit}
        </p>
      );
    case "blank":
      return null;
    case "order":
      return (
        <>
          <Lettered texts={of.items} box={false} />
          <p>
            In order: <Line long />
          </p>
        </>
      );
    case "match":
      return (
        <div className={styles.match}>
          <ol>
            {of.items.map((text) => (
              <li key={text}>
                <Line /> <WithCode text={text} />
              </li>
            ))}
          </ol>
          <Lettered texts={of.targets} box={false} />
        </div>
      );
    case "point": {
      const texts = of.options.map(({ text }) => text);
      return (
        <>
          <Figure of={of} />
          <Lettered texts={texts} box />
        </>
      );
    }
    default:
      return <Lettered texts={of.options} box />;
  }
}

const notes: Partial<Record<Question["kind"], string>> = {
  several: "Tick all that are right.",
  match: "Write the letter that belongs to each.",
};

type Props = { question: Question; seed: number };

/** One question on paper. */
export function SheetQuestion({ question, seed }: Props) {
  const of = posed(question, seed);
  const [before = "", ...after] = of.kind === "blank" ? of.asks.split("___") : [of.asks];
  return (
    <li className={styles.question}>
      <p>
        <WithCode text={before} />
        {of.kind === "blank" && (
          <>
            <Line long /> <WithCode text={after.join("___")} />
          </>
        )}
      </p>
      {notes[of.kind] && <p className={styles.note}>{notes[of.kind]}</p>}
      <Answering of={of} />
    </li>
  );
}
