import type { Answer } from "@/content/answer";
import type { Question } from "@/content/question";
import styles from "./quiz.module.css";
import { WithCode } from "./with-code";

type Props = {
  question: Extract<Question, { options: unknown }>;
  answer: Answer;
  judged: boolean;
  right: boolean;
  /** Ties the radio buttons together and begins the ids. */
  name: string;
  onTick(options: readonly number[]): void;
};

/**
 * Options to tick. Once judged, the ticked ones say why they are right or wrong; once the
 * answer is right, all of them do.
 */
export function OptionList({ question, answer, judged, right, name, onTick }: Props) {
  const ticked = answer.kind === "ticked" ? answer.options : [];
  const toggled = (position: number) => {
    if (question.kind === "one") return [position];
    return ticked.includes(position)
      ? ticked.filter((other) => other !== position)
      : [...ticked, position];
  };
  return (
    <ul className={styles.options}>
      {question.options.map((option, position) => {
        const chosen = ticked.includes(position);
        const explained = judged && (right || chosen);
        const why = `${name}-why-${position}`;
        return (
          <li
            key={option.text}
            data-judged={explained ? (option.right ? "right" : "wrong") : undefined}
          >
            <label>
              <input
                type={question.kind === "one" ? "radio" : "checkbox"}
                name={name}
                checked={chosen}
                aria-disabled={judged}
                aria-describedby={explained ? why : undefined}
                onChange={() => judged || onTick(toggled(position))}
              />
              <WithCode text={option.text} />
            </label>
            {explained && (
              <p className={styles.why} id={why}>
                <strong>{option.right ? "Right: " : "Wrong: "}</strong>
                <WithCode text={option.why} />
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
