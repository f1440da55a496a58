"use client";
import styles from "./assignment.module.css";
import type { JudgedGoal } from "./judged-goals";
import type { AskedQuestions } from "./use-asked-questions";
import { useGoalNews } from "./use-goal-news";
import type { Goals } from "./use-goals";

/** One goal with what was seen; a question leads to its card. */
function GoalLine({ judged, asked }: { judged: JudgedGoal; asked: AskedQuestions }) {
  const { goal, text, short, met, saw } = judged;
  const isQuestion = goal.kind === "answer";
  if (isQuestion && asked.status === "here" && !asked.known.get(goal.question)) {
    return (
      <span>
        {text}
        <span className={styles.saw}>
          <b>The course has no such question</b>: this goal cannot be met.
        </span>
      </span>
    );
  }
  return (
    <span>
      {isQuestion ? <a href={`#question-${goal.question}`}>{short}</a> : text}
      <span className={styles.saw}>
        <b>{met ? "Met" : "Not met yet"}</b>
        {saw && `: ${saw}`}
      </span>
    </span>
  );
}

type Props = {
  goals: Goals;
  asked: AskedQuestions;
  /** Of its heading. */
  id: string;
};

/** Each goal, ticked once it is met, with what was seen. */
export function GoalList({ goals, asked, id }: Props) {
  const news = useGoalNews(goals);
  const { judged } = goals;
  const met = judged.filter((one) => one.met).length;
  return (
    <>
      {judged.length > 0 && (
        <div className={styles.part}>
          <h4 id={id} tabIndex={-1}>
            Goals{" "}
            <span className={styles.small}>
              {met} of {judged.length} met
            </span>
          </h4>
          <ul className={styles.goals} aria-label="Goals">
            {judged.map((one) => (
              <li key={one.text} data-goal={one.text} data-met={one.met}>
                <span className={styles.tick} aria-hidden="true">
                  {one.met ? "✓" : "○"}
                </span>
                <GoalLine judged={one} asked={asked} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p role="status" className="visually-hidden">
        {news}
      </p>
    </>
  );
}
