"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/kit/button";
import { Disclosure } from "@/components/kit/disclosure";
import { Field } from "@/components/kit/field";
import { Row, Small, Stack } from "@/components/kit/layout";
import { ProblemList } from "@/components/kit/notice";
import { Status } from "@/components/kit/status";
import type { Assignment } from "@/labs/assignment/assignment";
import type { Refusal } from "@/labs/run/conflicts";
import { draftInLink, freshDraft, type OpenedDraft, useIsKept } from "./assignment-draft";
import styles from "./workshop.module.css";

type Props = {
  draft: Assignment;
  refused: readonly Refusal[];
  before: Assignment | null;
  /** The name of the assignment opened last; "" at first. */
  openedAs: string;
  open(opened: OpenedDraft): void;
};

/** Other ways to begin, and what was refused of the way that was chosen. */
export function OpeningBar({ draft, refused, before, openedAs, open }: Props) {
  const isKept = useIsKept();
  const anew = () => open({ draft: freshDraft(draft.lab), refused: [] });
  return (
    <Stack>
      <Row>
        <Button onClick={anew}>Start anew</Button>
        <Button
          inactive={before === null}
          onClick={() => before && open({ draft: before, refused: [] })}
        >
          Bring back the one before
        </Button>
        <Small>
          {isKept
            ? "What you make is kept in this browser and in this page’s address."
            : "This browser does not keep what you make: take the link along."}
        </Small>
      </Row>
      <Disclosure summary="Go on from a link that you have" className={styles.folded}>
        <LinkForm onOpen={open} />
      </Disclosure>
      <Status as="div">
        {openedAs && <Small>Opened: “{openedAs}”.</Small>}
        <ProblemList
          sentences={refused.map(({ says }) => says)}
          aria-label="What was not taken"
        />
      </Status>
    </Stack>
  );
}

/** A box for the link of an assignment, or of any run, to go on from. */
function LinkForm({ onOpen }: { onOpen: Props["open"] }) {
  const [link, setLink] = useState("");
  const [problem, setProblem] = useState("");
  function open(event: FormEvent) {
    event.preventDefault();
    const opened = draftInLink(link);
    setProblem(opened ? "" : "This is no link of a lab or of an assignment.");
    if (!opened) return;
    setLink("");
    onOpen(opened);
  }
  return (
    <form onSubmit={open}>
      <Field label="The link of an assignment or of a lab’s run" problem={problem}>
        {(control) => (
          <Row>
            <input
              {...control}
              className={styles.link}
              value={link}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => setLink(target.value)}
            />
            <Button type="submit">Go on from it</Button>
          </Row>
        )}
      </Field>
    </form>
  );
}
