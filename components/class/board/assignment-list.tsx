"use client";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { useCopy } from "@/components/kit/copy-text";
import { dueText } from "@/labs/assignment/due";
import { counted } from "@/labs/number-text";
import { deleteAssignment } from "../api";
import styles from "../class.module.css";
import { AddAssignment } from "./add-assignment";
import { Fold } from "./fold";
import type { Board } from "./merged-board";
import { assignmentIn, titleIn } from "./told-assignment";

type Props = {
  board: Board;
  /** Whether it is open until the reader folds it. */
  opens: boolean;
  onChanged(): void;
};

/** How many receipts were handed in for an assignment. */
function receiptsFor({ handedIn }: Board, assignment: string): number {
  let count = 0;
  for (const own of handedIn.values()) count += own.get(assignment)?.length ?? 0;
  return count;
}

/** A class's assignments: added, copied, deleted. */
export function AssignmentList({ board, opens, onChanged }: Props) {
  const { assignments } = board;
  const classId = board.class.id;
  const { copy, told } = useCopy(
    "The browser did not allow copying; open the assignment and copy its address.",
  );

  async function remove(id: string) {
    const answer = await deleteAssignment(classId, id);
    if (!answer.ok) return answer.problem;
    onChanged();
    return null;
  }

  return (
    <Fold title="Assignments" beside={`${assignments.length}`} opens={opens}>
      <ul className={styles.cards}>
        {assignments.map(({ id, link }) => {
          const due = assignmentIn(link)?.due ?? null;
          const count = receiptsFor(board, id);
          const title = titleIn(link);
          return (
            <li key={id} data-assignment={id}>
              <a href={link}>{title}</a>
              <p className={styles.small}>
                {due === null ? "no due date" : `due ${dueText(due)}`} ·{" "}
                {counted(count, "receipt")}
              </p>
              <div className={styles.row}>
                <button
                  type="button"
                  aria-label={`Copy the link of ${title}`}
                  onClick={() =>
                    copy(
                      new URL(link, window.location.href).href,
                      `Copied: the link of “${title}”.`,
                    )
                  }
                >
                  Copy the link
                </button>
                <ConfirmButton
                  label={`Delete ${title}`}
                  says={`With it ${count === 1 ? "goes" : "go"} ${counted(count, "receipt")}, for good.`}
                  yes="Delete for good"
                  onYes={() => remove(id)}
                />
              </div>
            </li>
          );
        })}
      </ul>
      <p role="status">{told}</p>
      <AddAssignment
        classId={classId}
        known={assignments.map(({ link }) => link)}
        onAdded={onChanged}
      />
    </Fold>
  );
}
