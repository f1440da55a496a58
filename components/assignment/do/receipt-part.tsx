"use client";
import { useId, useState } from "react";
import { HandInButton } from "@/components/class/learner/hand-in-button";
import { useCopy } from "@/components/kit/copy-text";
import { download } from "@/components/kit/download";
import type { Assigned, LabState } from "@/components/lab/training/lab-state";
import { useAnswers } from "@/components/quiz/answer-store";
import styles from "./assignment.module.css";
import { type Goals, ownSide } from "./judged-goals";
import {
  longestAddress,
  madeReceipt,
  noReceipt,
  receiptFile,
  receiptPath,
} from "./make-receipt";

type Props = {
  state: LabState;
  assigned: Assigned;
  goals: Goals;
  answered: ReadonlySet<string>;
  /** The assignment, as `linkOf` writes it. */
  link: string;
  className: string | null;
  /** The receipt that was made last in this browser, packed, or null. */
  kept: string | null;
  onMade(packed: string): void;
};

/** Makes the receipt of what was trained, and shows the one that was made last. */
export function ReceiptPart(props: Props) {
  const { state, assigned, goals, answered, link, className, kept, onMade } = props;
  const id = useId();
  const book = useAnswers();
  const [packed, setPacked] = useState(kept);
  const [problem, setProblem] = useState("");
  const [news, setNews] = useState("");
  const why = noReceipt(state);
  const unmet = goals.judged.filter(({ met }) => !met).map(({ short }) => short);

  async function make() {
    const side = ownSide(state);
    if (why !== null || !side) return;
    const made = await madeReceipt(assigned, side, answered, book);
    const failed = "problem" in made;
    setProblem(failed ? made.problem : "");
    setNews(failed ? "" : `The receipt is made, of pass ${side.passes.at(-1)?.pass}.`);
    if (failed) return;
    setPacked(made.packed);
    onMade(made.packed);
  }

  return (
    <div className={styles.part}>
      <h4>Your receipt</h4>
      <p>
        It proves what you trained: your weights and your curve, which anyone can check.
      </p>
      <div className={styles.row}>
        <button
          type="button"
          className={packed === null ? styles.primary : ""}
          aria-disabled={why !== null}
          aria-describedby={id}
          onClick={make}
        >
          {packed === null ? "Make the receipt" : "Make the receipt anew"}
        </button>
        <p id={id}>
          {why ??
            (unmet.length > 0 &&
              `Not all goals are met yet: ${unmet.join("; ")}.${packed === null ? " You can make the receipt all the same." : ""}`)}
        </p>
      </div>
      <p role="alert" className={problem && styles.problem}>
        {problem}
      </p>
      <p role="status">{news}</p>
      {packed !== null && (
        <ReadyReceipt
          {...{ packed, link, className }}
          labId={state.lab.id}
          name={assigned.name}
        />
      )}
    </div>
  );
}

type ReadyReceiptProps = {
  packed: string;
  labId: string;
  name: string;
  /** The assignment, as `linkOf` writes it. */
  link: string;
  /** The class to hand it in to, or null. */
  className: string | null;
};

/** A receipt, and the ways to hand it in. */
function ReadyReceipt({ packed, labId, name, link, className }: ReadyReceiptProps) {
  const { copy, told } = useCopy(
    "The browser did not allow copying: save the receipt as a file.",
  );
  const path = receiptPath(packed);
  const { href } = new URL(path, window.location.href);
  const short = href.length <= longestAddress;
  const save = () => download(receiptFile(labId, name), packed, "text/plain");
  return (
    <div className={styles.ready} data-receipt>
      <p>
        {className === null
          ? `Your receipt is ready. Send ${short ? "its link or its file" : "its file"} to your instructor.`
          : `Your receipt is ready. Hand it in to ${className}.`}
      </p>
      <HandInButton link={link} packed={packed} />
      <div className={styles.row}>
        {short && (
          <button
            type="button"
            onClick={() => copy(href, "Copied: paste it where your instructor asks.")}
          >
            Copy the receipt’s link
          </button>
        )}
        <button type="button" onClick={save}>
          Save as a file
        </button>
        <a href={path} target="_blank" rel="noopener">
          Open the receipt in a new tab
        </a>
      </div>
      {!short && (
        <p className={styles.small}>
          It is too long for a link that every program takes.
        </p>
      )}
      <p role="status">{told}</p>
    </div>
  );
}
