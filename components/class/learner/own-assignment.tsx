import { isLate, lateText, type Times } from "@/components/assignment/times";
import { AssignmentCard } from "@/components/class/assignment-card";
import { assignmentIn } from "@/components/class/class-assignment";
import { gradeOf, hasPoints, pointsText } from "@/components/class/grade";
import type { JoinedAssignment } from "@/components/class/joined-classes";
import { bestReceipt, VerdictMark } from "@/components/class/standing";
import { Notice } from "@/components/kit/notice";
import { dayText } from "@/components/kit/wording";
import type { MineMessage, ReceiptHead, ReceiptOutcome } from "@/content/class/messages";
import type { OwnQuiz } from "@/content/class/quiz-messages";
import { counted } from "@/labs/arithmetic/number-text";
import { type Assignment, asksQuizAlone } from "@/labs/assignment/assignment";

type Props = {
  asked: JoinedAssignment;
  /** Null until the class has answered. */
  mine: MineMessage | null;
};

/** An assignment as its learner sees it: until when, what came of it, what the teacher says. */
export function OwnAssignment({ asked, mine }: Props) {
  const { link, due: extended = null, closes = null } = asked;
  return (
    <AssignmentCard link={link} {...{ extended, closes }}>
      {mine ? <OwnWork {...{ asked, mine }} /> : <p>…</p>}
    </AssignmentCard>
  );
}

function OwnWork({ asked, mine }: { asked: JoinedAssignment; mine: MineMessage }) {
  const { id, link, due: extended = null, closes = null } = asked;
  const assignment = assignmentIn(link);
  const times = { due: assignment?.due ?? null, extended, closes };
  const of = <T extends { assignment: string }>(list: readonly T[]) =>
    list.filter((one) => one.assignment === id);
  const receipts = of(mine.receipts);
  const [quiz] = of(mine.quizzes);
  const [mark] = of(mine.marks);
  const grade = gradeOf(assignment, {
    ...{ receipts, quiz, mark },
    due: extended ?? times.due,
  });
  const receipt = grade ? grade.receipt : bestReceipt(receipts);
  const asksQuiz = (assignment?.quiz.length ?? 0) > 0;
  const quizAlone = assignment !== null && asksQuizAlone(assignment);
  const shown = grade?.earned != null && (hasPoints(assignment) || mark?.points != null);
  return (
    <>
      {receipt ? (
        <HandedIn {...{ receipt, assignment, times }} />
      ) : (
        !quizAlone && <p>Nothing handed in yet. {lateText(times)}</p>
      )}
      {asksQuiz && <p>{quizText(quiz)}</p>}
      {shown && (
        <p>
          <b>
            {pointsText(grade.earned ?? 0)} of {counted(grade.of, "point")}
          </b>
          {quiz && quiz.right === null && mark?.points == null && " so far"}
        </p>
      )}
      {mark && <MarkNotice mark={mark} />}
    </>
  );
}

type HandedInProps = {
  receipt: ReceiptHead;
  assignment: Assignment | null;
  times: Times;
};

/** The receipt that counts. */
function HandedIn({ receipt, assignment, times }: HandedInProps) {
  const { outcome, received } = receipt;
  return (
    <p>
      Handed in{isLate(received, times) && " late"}:{" "}
      <VerdictMark verdict={outcome?.verdict ?? null} />
      {outcome && `. ${outcomeText(assignment, outcome)}`}
    </p>
  );
}

/** The finding of a check, for the learner. */
export function outcomeText(
  assignment: Assignment | null,
  { says, met, changed }: ReceiptOutcome,
): string {
  const goals = assignment?.goals.length ?? 0;
  const known = met?.length === goals ? met.filter(Boolean).length : null;
  const count = `${known} of ${counted(goals, "goal")} met.`;
  const parts = [
    says,
    goals > 0 && known !== null && count,
    changed && `You changed: ${changed}.`,
  ];
  return parts.filter(Boolean).join(" ");
}

/** How a learner stands in a quiz; undefined: they have not started it. */
export function quizText(quiz: OwnQuiz | undefined): string {
  if (!quiz) return "Graded questions: not started yet.";
  const { right, count, answered, handed } = quiz;
  const stands =
    right === null ? `${answered} of ${count} answered` : `${right} of ${count} right`;
  return `Graded questions: ${handed === null ? "" : "handed in, "}${stands}.`;
}

/** The teacher's decision, which counts before all else. */
function MarkNotice({ mark }: { mark: MineMessage["marks"][number] }) {
  const { points, verdict, comment, at, by } = mark;
  const said = [
    verdict === "accepted" && "accepted",
    verdict === "refused" && "not accepted",
    points !== null && counted(points, "point"),
  ].filter(Boolean);
  return (
    <Notice data-mark>
      <p>
        <b>{by || "Your teacher"}</b>, {dayText(at)}
        {said.length > 0 && `: ${said.join(", ")}`}.
      </p>
      {comment && <p>{comment}</p>}
    </Notice>
  );
}
