// How sure the reader is of an answer, before it is checked, and what that cost after.
import { useId } from "react";
import { sureness } from "@/content/quiz/answer-book";
import { logLoss } from "@/content/quiz/calibration";
import { fixedText } from "@/labs/arithmetic/number-text";
import styles from "./how-sure.module.css";

type Props = {
  /** In percent; null where it is not said. */
  sure: number | null;
  onSure(sure: number | null): void;
};

/** The place left of the least chance, where nothing is said. */
const unsaid = sureness.least - sureness.step;

const lossText = (sure: number, right: boolean) =>
  fixedText(logLoss({ sure: sure / 100, right }), 2);

/** A slider whose left end says nothing; beside it, what each outcome would cost. */
export function HowSure({ sure, onSure }: Props) {
  const id = useId();
  return (
    <div className={styles.sure}>
      <label htmlFor={id}>How sure are you?</label>
      <input
        id={id}
        type="range"
        min={unsaid}
        max={sureness.most}
        step={sureness.step}
        value={sure ?? unsaid}
        aria-describedby={`${id}-cost`}
        aria-valuetext={sure === null ? "not said" : `${sure} %`}
        data-said={sure !== null}
        onChange={({ target }) => {
          const said = Number(target.value);
          onSure(said === unsaid ? null : said);
        }}
      />
      {/* The slider says it, too. */}
      <b aria-hidden="true">{sure === null ? "–" : `${sure} %`}</b>
      <small id={`${id}-cost`}>
        {sure === null
          ? "If you like: it is scored by log loss."
          : `Log loss: ${lossText(sure, true)} if right, ${lossText(sure, false)} if wrong.`}
      </small>
    </div>
  );
}

/** The cost of the chance that was given, in a sentence that says how it is computed. */
export function sureText(sure: number, right: boolean): string {
  const chance = Math.min(sure, 99);
  const of = fixedText((right ? chance : 100 - chance) / 100, 2);
  return `You were ${sure} % sure: a log loss of ${lossText(sure, right)}, which is −ln ${of}; never knowing costs 0.69.`;
}
