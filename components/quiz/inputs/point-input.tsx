import { Suspense } from "react";
import { letterOf } from "@/components/figure/spots/spot";
import { late } from "@/components/kit/late";
import { useReached } from "@/components/kit/use-reached";
import { WithCode } from "@/components/kit/with-code";
import { chosenIn } from "@/content/quiz/kinds/choice";
import { feedbackId, type InputProps, judgementOf, PartFeedback } from "./input-feedback";
import styles from "./inputs.module.css";

// Few questions have a figure: all figures are loaded with the first that is seen.
const SpotFigure = late("The figure", () =>
  import("@/components/figure/spots/spot-figure").then(({ SpotFigure }) => SpotFigure),
);

/** One place of a figure to choose: in the figure by pointer, below it by anything. */
export function PointInput(props: InputProps) {
  const { presented, answer, feedback, locked, name, onAnswer } = props;
  const { parts, figure } = presented;
  const { element, reached } = useReached<HTMLDivElement>();
  const spots = parts.map(({ spot = "" }) => spot);
  const [ticked] = chosenIn(answer) ?? [];
  const choose = (id: string | undefined) => {
    if (!locked && id !== undefined) onAnswer({ kind: "ticked", options: [id] });
  };
  return (
    <>
      <div ref={element} className={styles.figure}>
        <Suspense>
          {reached && (
            <SpotFigure
              figure={figure ?? ""}
              spots={spots}
              chosen={parts.find(({ id }) => id === ticked)?.spot ?? null}
              onChoose={
                locked
                  ? null
                  : (spot) => choose(parts.find((one) => one.spot === spot)?.id)
              }
            />
          )}
        </Suspense>
      </div>
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
