"use client";
import Link from "next/link";
import { useId, useState } from "react";
import styles from "@/components/class/class.module.css";
import { assignmentIn, titleIn } from "@/components/class/class-assignment";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { useCopy } from "@/components/kit/copy-text";
import { addAssignment, deleteAssignment } from "@/content/class/class-api";
import { counted } from "@/labs/arithmetic/number-text";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { dueText } from "@/labs/assignment/due";
import { Fold } from "./fold";
import type { Board } from "./merged-board";

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

type AddAssignmentProps = { classId: string; known: readonly string[]; onAdded(): void };

/** Adds an assignment to a class: its link is pasted. */
function AddAssignment({ classId, known, onAdded }: AddAssignmentProps) {
  const id = useId();
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [told, setTold] = useState("");
  const [adding, setAdding] = useState(false);

  async function add() {
    if (adding) return;
    setTold("");
    const checked = checkedLink(text);
    if ("problems" in checked) return setProblems(checked.problems);
    const title = titleIn(checked.link);
    if (known.includes(checked.link)) {
      return setProblems([`The class has “${title}” already.`]);
    }
    setProblems([]);
    setAdding(true);
    const answer = await addAssignment(classId, checked.link);
    setAdding(false);
    if (!answer.ok) return setProblems([answer.problem]);
    setText("");
    setTold(`“${title}” was added: the class’s learners see it now.`);
    onAdded();
  }

  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className={styles.row}>
        <label htmlFor={id}>Link of an assignment</label>
        <input
          id={id}
          className={styles.long}
          value={text}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problems.length > 0}
          aria-describedby={`${id}-problems`}
          onChange={({ target }) => setText(target.value)}
        />
        <button type="submit" aria-disabled={adding}>
          Add it to the class
        </button>
      </div>
      <ul id={`${id}-problems`} role="alert" className={styles.problems}>
        {problems.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
      <p role="status">{told}</p>
      <p className={styles.small}>
        Make one on the page <Link href="/assign">Assign a lab</Link>, and paste its link
        here.
      </p>
    </form>
  );
}

// What a teacher pastes as an assignment, looked at before the server is.

/** The assignment's link as `linkOf` writes it, or why it is none, sentence by sentence. */
export function checkedLink(typed: string): { link: string } | { problems: string[] } {
  const text = typed.trim();
  if (text === "") return { problems: ["Paste the link of an assignment first."] };
  const read = readLink(text);
  if (!read) {
    return {
      problems: ["This is no link of a lab: copy it from the page “Assign a lab”."],
    };
  }
  const problems = read.refused.map(({ says }) => says);
  if (problems.length > 0) return { problems };
  if (!read.assignment) {
    return {
      problems: [
        "This link sets up a lab and asks for nothing: make an assignment of it on the page “Assign a lab”.",
      ],
    };
  }
  return { link: linkOf(read.assignment) };
}
