"use client";
import {
  type ComponentProps,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { PlainList, Small } from "@/components/kit/layout";
import { useReaderNumbers } from "@/components/kit/reader-numbers";
import { Status } from "@/components/kit/status";
import { listText } from "@/components/kit/wording";
import { counted } from "@/labs/arithmetic/number-text";
import { type Assignment, earnedPoints, totalPoints } from "@/labs/assignment/assignment";
import { openExamples } from "@/labs/assignment/examples";
import type { Goal } from "@/labs/assignment/goal";
import { PanelPart } from "../panel-part";
import type { AskedQuestions } from "./asked-questions";
import styles from "./assignment.module.css";
import type { Goals, JudgedGoal } from "./judged-goals";

type Props = {
  goals: Goals;
  assignment: Assignment;
  asked: AskedQuestions;
  /** Of its heading. */
  id: string;
  /** A word below them. */
  children?: ReactNode;
};

/** The box over a lab's bench that holds what its run must reach. */
export const GoalsPanel = (props: ComponentProps<"section">) => (
  <section className={styles.panel} {...props} />
);

/** Each goal, ticked once it is met, with what was seen. */
export function GoalChecklist({ goals, assignment, asked, id, children }: Props) {
  const news = useGoalNews(goals);
  const { judged } = goals;
  const title = (
    <>
      Goals <span className={styles.note}>{metText(goals, assignment)}</span>
    </>
  );
  return (
    <>
      {judged.length > 0 && (
        <PanelPart title={title} titleId={id}>
          <PlainList aria-label="Goals">
            {judged.map((one) => (
              <li
                key={one.text}
                className={styles.goal}
                data-goal={one.text}
                data-met={one.met}
              >
                <span className={styles.tick} aria-hidden="true">
                  {one.met ? "✓" : "○"}
                </span>
                <GoalLine judged={one} asked={asked} />
              </li>
            ))}
          </PlainList>
          {children}
        </PanelPart>
      )}
      <Status unseen>{news}</Status>
    </>
  );
}

/** Says which examples a learner may change although they are judged on them. */
export function OpenExamplesNote({ assignment }: Pick<Props, "assignment">) {
  const open = openExamples(assignment);
  if (open.length === 0) return null;
  return (
    <Small data-open-examples>
      You may change {listText(open)}, which {open.length === 1 ? "makes" : "make"} the
      examples that you are judged on: your instructor is told what you changed.
    </Small>
  );
}

function metText({ judged }: Goals, { goals }: Assignment): string {
  const met = judged.map((one) => one.met);
  const count = `${met.filter(Boolean).length} of ${met.length} met`;
  const worth = { goals, quizPoints: null };
  const [total, earned] = [totalPoints(worth), earnedPoints(worth, met, null)];
  if (total === null) return count;
  return `${count} · ${earned} of ${counted(total, "point")}`;
}

const worthText = ({ points }: Goal) =>
  points === undefined ? "" : ` (${counted(points, "point")})`;

/** One goal with what was seen; a question leads to its card. */
function GoalLine({ judged, asked }: { judged: JudgedGoal; asked: AskedQuestions }) {
  const { goal, text, short, met, saw } = judged;
  const inSigns = useReaderNumbers();
  const isQuestion = goal.kind === "answer";
  if (isQuestion && asked.status === "here" && !asked.known.get(goal.question)) {
    return (
      <span>
        {text}
        {worthText(goal)}
        <span className={styles.saw}>
          <b>The course has no such question</b>: this goal cannot be met.
        </span>
      </span>
    );
  }
  return (
    <span>
      {isQuestion ? <a href={`#question-${goal.question}`}>{short}</a> : text}
      {worthText(goal)}
      <span className={styles.saw}>
        <b>{met ? "Met" : "Not met yet"}</b>
        {saw && `: ${inSigns(saw)}`}
      </span>
    </span>
  );
}

/**
 * The news of goals for a screen reader: each goal the first time it is met in a training,
 * and how many are met once the training rests.
 */
function useGoalNews({ judged, trained, atRest }: Goals): string {
  const met = judged.filter((goal) => goal.met).map(({ short }) => short);
  const [news, setNews] = useState("");
  const told = useRef<ReadonlySet<string>>(new Set(met));
  const tell = useEffectEvent((met: string[], trained: boolean, atRest: boolean) => {
    const fresh = met.filter((text) => !told.current.has(text));
    // A new training tells its goals anew.
    told.current = new Set(trained ? [...told.current, ...met] : met);
    if (judged.length === 0) return;
    const count = `${met.length} of ${judged.length} goals met.`;
    if (fresh.length > 0) setNews(`Goal met: ${fresh.join("; ")}. ${count}`);
    else if (trained && atRest) setNews(count);
    else if (!trained) setNews("");
  });
  // As one text, so that an equal list is no change.
  const listed = met.join("\n");
  useEffect(() => {
    tell(listed === "" ? [] : listed.split("\n"), trained, atRest);
  }, [listed, trained, atRest]);
  return news;
}

type BarProps = {
  goals: Goals;
  /** Where it is drawn. */
  aside: HTMLElement | null;
  /** The id of the goals' heading. */
  to: string;
  /** The words for the last step, once all goals are met. */
  last: string;
};

/** How many goals are met, beside the training: on a phone the list is out of sight. */
export function GoalsBar({ goals: { judged, all }, aside, to, last }: BarProps) {
  if (!aside || judged.length === 0) return null;
  const met = judged.filter((one) => one.met).length;
  return createPortal(
    <p className={styles.bar}>
      <span aria-hidden="true">{all ? "✓" : "○"}</span> {met} of {judged.length} goals met
      · <a href={`#${to}`}>{all ? last : "See the goals"}</a>
    </p>,
    aside,
  );
}
