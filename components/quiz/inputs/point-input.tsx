import { letterOf } from "@/components/figure/spots/spot";
import { spotFigure } from "@/components/figure/spots/spots";
import { WithCode } from "@/components/kit/with-code";
import { chosenIn } from "@/content/quiz/kinds/choice";
import { feedbackId, type InputProps, judgementOf, PartFeedback } from "./input-feedback";
import styles from "./inputs.module.css";

/** One place of a figure to choose: in the figure by pointer, below it by anything. */
export function PointInput(props: InputProps) {
  const { presented, answer, feedback, locked, name, onAnswer } = props;
  const { parts, figure: figureName } = presented;
  const figure = spotFigure(figureName ?? "");
  const spots = parts.map(({ spot = "" }) => spot);
  const [ticked] = chosenIn(answer) ?? [];
  const choose = (id: string | undefined) => {
    if (!locked && id !== undefined) onAnswer({ kind: "ticked", options: [id] });
  };
  return (
    <>
      {figure ? (
        <figure.Drawing
          spots={spots}
          chosen={parts.find(({ id }) => id === ticked)?.spot ?? null}
          onChoose={
            locked ? null : (spot) => choose(parts.find((one) => one.spot === spot)?.id)
          }
        />
      ) : (
        <p>The figure “{figureName}” is not known here.</p>
      )}
      <ul className={styles.options}>
        {parts.map(({ id, text, spot = "" }) => {
          const of = { feedback, name, part: id };
          return (
            <li key={id} className={styles.part} data-judged={judgementOf(of)}>
              <label>
                <input
                  type="radio"
                  name={name}
                  checked={ticked === id}
                  aria-disabled={locked}
                  aria-describedby={feedbackId(of)}
                  onChange={() => choose(id)}
                />
                <span>
                  <b>{letterOf(spots, spot)}</b> · <WithCode text={text} />
                </span>
              </label>
              <PartFeedback {...of} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
