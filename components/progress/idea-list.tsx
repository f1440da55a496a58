import Link from "next/link";
import { WithCode } from "@/components/quiz/with-code";
import { ideas } from "@/content/ideas";
import type { AskedLesson } from "@/content/lesson/lesson";
import type { AnswerBook } from "@/content/quiz/answer-book";
import styles from "./progress.module.css";
import { shareOf, shareWords } from "./share";
import { ShareBar } from "./share-bar";

type Props = { lessons: readonly AskedLesson[]; answers: AnswerBook };

/** Each idea that is asked about, and which of its questions are not right yet. */
export function IdeaList({ lessons, answers }: Props) {
  const asked = lessons.flatMap(({ slug, questions }) =>
    questions.map((question) => ({ ...question, slug })),
  );
  return (
    <ul className={styles.ideas}>
      {Object.entries(ideas).map(([idea, name]) => {
        const questions = asked.filter((question) => question.idea === idea);
        if (questions.length === 0) return null;
        const share = shareOf(answers, questions);
        const missed = questions.filter(({ id }) => answers[id]?.right === false);
        return (
          <li key={idea} data-idea={idea}>
            <h3>{name}</h3>
            <p className={styles.words}>{shareWords(share)}</p>
            <ShareBar {...share} />
            {missed.map(({ id, slug, asks }) => (
              <p key={id} className={styles.missed}>
                <Link href={`/lessons/${slug}#question-${id}`}>
                  <WithCode text={asks} />
                </Link>
              </p>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
