import type { Question } from "@/content/quiz/question";
import { answerWords } from "./answer-words";
import styles from "./board.module.css";
import { momentText } from "./moment-text";
import { type QuizStanding, standingText } from "./quiz-standings";

type Props = { standing: QuizStanding; questions: readonly Question[] };

/** What a learner answered in the graded quiz of an assignment, try by try. */
export function QuizTries({ standing, questions }: Props) {
  const { started, tries } = standing;
  const answered = questions.filter(({ id }) =>
    tries.some(({ question }) => question === id),
  );
  return (
    <section className={styles.receipt} aria-label="Graded quiz">
      <p>
        <strong>Graded quiz: {standingText(standing)}</strong>, started{" "}
        {momentText(started)}.
      </p>
      <ul>
        {answered.map((asked) => (
          <li key={asked.id}>
            {asked.asks}
            <ol>
              {tries
                .filter(({ question }) => question === asked.id)
                .map((one) => (
                  <li key={one.try}>
                    {one.right ? "✓ right: " : "✗ wrong: "}
                    {answerWords(asked, one.text)}
                  </li>
                ))}
            </ol>
          </li>
        ))}
      </ul>
    </section>
  );
}
