"use client";
import Link from "next/link";
import { useId, useState } from "react";
import { AssignmentCard } from "@/components/class/assignment-card";
import { assignmentIn, titleIn } from "@/components/class/class-assignment";
import { FoldedSection } from "@/components/class/class-section";
import { Button } from "@/components/kit/button";
import { CardGrid } from "@/components/kit/card";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { useCopy } from "@/components/kit/copy-text";
import { Field } from "@/components/kit/field";
import { Row, Small, Stack } from "@/components/kit/layout";
import { ProblemList } from "@/components/kit/notice";
import { Status } from "@/components/kit/status";
import { addAssignment, deleteAssignment } from "@/content/class/class-api";
import { siteAddress } from "@/content/site-path";
import { counted } from "@/labs/arithmetic/number-text";
import { totalPoints } from "@/labs/assignment/assignment";
import { linkOf, readLink } from "@/labs/assignment/assignment-link";
import { openExamples } from "@/labs/assignment/examples";
import { pointsText } from "../grade";
import styles from "./assignment-list.module.css";
import { EditAssignment } from "./edit-assignment";
import type { Board } from "./merged-board";

type Props = {
  board: Board;
  /** Whether it is open until the reader folds it. */
  opens: boolean;
  /** Whether the class is a course of an LMS. */
  inLms: boolean;
  onChanged(): void;
};

/** A class's assignments: added, copied, edited, deleted. */
export function AssignmentList({ board, opens, inLms, onChanged }: Props) {
  const { assignments } = board;
  const classId = board.class.id;
  const [edited, setEdited] = useState<string | null>(null);
  const editing = assignments.find(({ id }) => id === edited);
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
    <FoldedSection title="Assignments" beside={`${assignments.length}`} opens={opens}>
      <CardGrid>
        {assignments.map(({ id, link, closes }) => {
          const count = receiptsFor(board, id);
          const title = titleIn(link);
          return (
            <AssignmentCard
              key={id}
              {...{ link, closes }}
              news={[counted(count, "receipt"), worthText(link)]
                .filter(Boolean)
                .join(" · ")}
              data-assignment={id}
            >
              <OpenExamples link={link} />
              <Row>
                <Button
                  aria-label={`Copy the link of ${title}`}
                  onClick={() =>
                    copy(siteAddress(link), `Copied: the link of “${title}”.`)
                  }
                >
                  Copy the link
                </Button>
                <Button aria-label={`Edit ${title}`} onClick={() => setEdited(id)}>
                  Edit
                </Button>
                <ConfirmButton
                  label={`Delete ${title}`}
                  says={`With it ${count === 1 ? "goes" : "go"} ${counted(count, "receipt")}, for good.`}
                  yes="Delete for good"
                  onYes={() => remove(id)}
                />
              </Row>
            </AssignmentCard>
          );
        })}
      </CardGrid>
      <Status>{told}</Status>
      {editing && (
        <EditAssignment
          key={editing.id}
          classId={classId}
          assignment={editing}
          receipts={receiptsFor(board, editing.id)}
          inLms={inLms}
          onChanged={onChanged}
          onClose={() => setEdited(null)}
        />
      )}
      <AddAssignment
        classId={classId}
        known={assignments.map(({ link }) => link)}
        onAdded={onChanged}
      />
    </FoldedSection>
  );
}

/** "10 points"; "" where the assignment says nothing of points. */
function worthText(link: string): string {
  const asked = assignmentIn(link);
  const total = asked && totalPoints(asked);
  return total === null ? "" : `${pointsText(total)} ${total === 1 ? "point" : "points"}`;
}

/** The settings of the examples that learners may change although the loss is judged. */
export function OpenExamples({ link }: { link: string }) {
  const asked = assignmentIn(link);
  const open = asked ? openExamples(asked) : [];
  if (open.length === 0) return null;
  return (
    <Small data-open-examples>
      Its link lets learners choose other examples: {open.join(", ")}.
    </Small>
  );
}

/** How many receipts were handed in for an assignment. */
function receiptsFor({ handedIn }: Board, assignment: string): number {
  let count = 0;
  for (const own of handedIn.values()) count += own.get(assignment)?.length ?? 0;
  return count;
}

type AddProps = { classId: string; known: readonly string[]; onAdded(): void };

/** Adds an assignment to a class: its link is pasted. */
function AddAssignment({ classId, known, onAdded }: AddProps) {
  const problemsId = useId();
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [news, setNews] = useState("");
  const [adding, setAdding] = useState(false);

  async function add() {
    if (adding) return;
    setNews("");
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
    setNews(`“${title}” was added: the class’s learners see it now.`);
    onAdded();
  }

  return (
    <Stack
      as="form"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Row>
        <Field
          inline
          fieldClass={styles.link}
          label="Link of an assignment"
          describedBy={problemsId}
        >
          {(control) => (
            <input
              {...control}
              value={text}
              autoComplete="off"
              spellCheck={false}
              aria-invalid={problems.length > 0}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </Field>
        <Button type="submit" inactive={adding}>
          Add it to the class
        </Button>
      </Row>
      <ProblemList id={problemsId} role="alert" sentences={problems} />
      <Status>{news}</Status>
      <Small>
        Make one on the page <Link href="/assign">Assign a lab</Link>, and paste its link
        here.
      </Small>
    </Stack>
  );
}

const noText = "Paste the link of an assignment first.";
const noLab = "This is no link of a lab: copy it from the page “Assign a lab”.";
const asksNothing =
  "This link sets up a lab and asks for nothing: make an assignment of it on the page “Assign a lab”.";

/** The assignment's link as `linkOf` writes it, or why it is none, sentence by sentence. */
export function checkedLink(typed: string): { link: string } | { problems: string[] } {
  const text = typed.trim();
  if (text === "") return { problems: [noText] };
  const read = readLink(text);
  if (!read) return { problems: [noLab] };
  const problems = read.refused.map(({ says }) => says);
  if (problems.length > 0) return { problems };
  return read.assignment
    ? { link: linkOf(read.assignment) }
    : { problems: [asksNothing] };
}
