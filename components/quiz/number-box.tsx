import type { Answer } from "@/content/answer";
import { isRight, type Question } from "@/content/question";
import styles from "./quiz.module.css";
import { WithCode } from "./with-code";

type Props = {
  question: Extract<Question, { kind: "number" }>;
  answer: Answer;
  judged: boolean;
  /** Begins the ids. */
  name: string;
  onType(text: string): void;
};

/** A number to type; once judged it says how to get there. */
export function NumberBox({ question, answer, judged, name, onType }: Props) {
  const right = isRight(question, answer);
  return (
    <>
      <label className={styles.number}>
        <span className="visually-hidden">Your answer</span>
        <input
          inputMode="decimal"
          autoComplete="off"
          maxLength={24}
          value={answer.kind === "typed" ? answer.text : ""}
          readOnly={judged}
          aria-describedby={judged ? `${name}-why` : undefined}
          onChange={(event) => onType(event.target.value)}
        />
        {question.unit && <span>{question.unit}</span>}
      </label>
      {judged && (
        <p
          className={styles.why}
          id={`${name}-why`}
          data-judged={right ? "right" : "wrong"}
        >
          <strong>{right ? "Right: " : "Not yet: "}</strong>
          <WithCode text={right ? question.right : question.wrong} />
        </p>
      )}
    </>
  );
}
