// The form of a question, with whatever is done with its answer: study, or a graded quiz.
import { Fragment, type ReactNode } from "react";
import { Row } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { WithCode } from "@/components/kit/with-code";
import { kinds, type Presented } from "@/content/quiz/question";
import type { InputProps } from "./inputs/input-feedback";
import { QuestionInput } from "./inputs/question-input";
import styles from "./quiz.module.css";

type Props = InputProps & {
  /** Its name on the page, such as "Question 3". */
  place: string;
  /** Nothing is trained here: a prediction is one answer. */
  untrained?: boolean;
  /** Under the input. */
  hints?: ReactNode;
  /** Over the buttons. */
  sure?: ReactNode;
  buttons: ReactNode;
  verdict: "right" | "wrong" | undefined;
  says: ReactNode;
  onSubmit(): void;
};

/** One question with its input, its buttons, and a line that says how it stands. */
export function QuestionForm(props: Props) {
  const { place, untrained = false, hints, sure, buttons, verdict, says } = props;
  const { presented, answer, feedback, locked, name, onAnswer, onSubmit } = props;
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <fieldset>
        <legend className={styles.legend}>
          <Asked {...{ presented, place, untrained }} />
        </legend>
        <QuestionInput {...{ presented, answer, feedback, locked, name, onAnswer }} />
      </fieldset>
      {hints}
      <div className={styles.foot}>
        {sure}
        <Row>
          {buttons}
          <Status data-verdict={verdict}>{says}</Status>
        </Row>
      </div>
    </form>
  );
}

type AskedProps = { presented: Presented; place: string; untrained: boolean };

/**
 * The words of a question. A blank's sentence is only for screen readers here: its input
 * draws it around the blank.
 */
export function Asked({ presented: { asks, kind }, place, untrained }: AskedProps) {
  const { way, wayUntrained = way, holdsBlank } = kinds[kind];
  const parts = asks.split("___");
  return (
    <>
      <span className={styles.place}>
        {place} · {untrained ? wayUntrained : way}
      </span>
      {holdsBlank ? (
        <span className="visually-hidden">
          {parts.map((part, at) => (
            <Fragment key={part}>
              {at > 0 && " (blank) "}
              <WithCode text={part} />
            </Fragment>
          ))}
        </span>
      ) : (
        <WithCode text={asks} />
      )}
    </>
  );
}
