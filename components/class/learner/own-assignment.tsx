import { isLate, lateText, type Times } from "@/components/assignment/times";
import { AssignmentCard } from "@/components/class/assignment-card";
import { assignmentIn } from "@/components/class/class-assignment";
import type { JoinedAssignment } from "@/components/class/joined-classes";
import { bestReceipt, VerdictMark } from "@/components/class/standing";
import { Notice } from "@/components/kit/notice";
import { dayText } from "@/components/kit/wording";
import type { MineMessage, ReceiptHead, ReceiptOutcome } from "@/content/class/messages";
import { counted } from "@/labs/arithmetic/number-text";
import type { Assignment } from "@/labs/assignment/assignment";

type Props = {
  asked: JoinedAssignment;
  /** Null until the class has answered. */
  mine: MineMessage | null;
};

/** An assignment as its learner sees it: until when, what came of it, what the teacher says. */
export function OwnAssignment({ asked, mine }: Props) {
  const { id, link, due: extended = null, closes = null } = asked;
  const assignment = assignmentIn(link);
  const times = { due: assignment?.due ?? null, extended, closes };
  const mark = mine?.marks.find((one) => one.assignment === id);
  const receipts = mine?.receipts.filter((one) => one.assignment === id);
  return (
    <AssignmentCard link={link} {...{ extended, closes }} data-own={id}>
      {receipts ? <HandedIn {...{ receipts, assignment, times }} /> : <p>…</p>}
      {mark && <MarkNotice mark={mark} />}
    </AssignmentCard>
  );
}

type HandedInProps = {
  receipts: readonly ReceiptHead[];
  assignment: Assignment | null;
  times: Times;
};

/** The best of a learner's receipts for an assignment. */
function HandedIn({ receipts, assignment, times }: HandedInProps) {
  const best = bestReceipt(receipts);
  if (!best) return <p>Nothing handed in yet. {lateText(times)}</p>;
  const { outcome, received } = best;
  return (
    <p>
      Handed in{isLate(received, times) && " late"}:{" "}
      <VerdictMark verdict={outcome?.verdict ?? null} />
      {outcome && `. ${outcomeText(assignment, outcome)}`}
    </p>
  );
}

/** What a check found, for the learner. */
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

/** What the teacher decided, which counts before all else. */
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
