"use client";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/kit/button";
import { useCopy } from "@/components/kit/copy-text";
import { download } from "@/components/kit/download";
import { Row, Small } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import type { Assigned, LabState } from "@/components/lab/training/lab-state";
import { useAnswers } from "@/components/quiz/answer-store";
import { PanelPart } from "../panel-part";
import styles from "./assignment.module.css";
import { type Goals, ownSide } from "./judged-goals";
import {
  longestAddress,
  makeReceipt,
  receiptFile,
  receiptPath,
  whyNoReceipt,
} from "./make-receipt";

type Props = {
  state: LabState;
  assigned: Assigned;
  goals: Goals;
  answered: ReadonlySet<string>;
  /** The class to hand it in to, or null. */
  className: string | null;
  handIn(packed: string): ReactNode;
  /** The receipt that was made last in this browser, packed, or null. */
  kept: string | null;
  onMade(packed: string): void;
};

/** Makes the receipt of what was trained, and shows the one that was made last. */
export function ReceiptPart(props: Props) {
  const { state, assigned, goals, answered, className, handIn, kept, onMade } = props;
  const id = useId();
  const book = useAnswers();
  const [packed, setPacked] = useState(kept);
  const [problem, setProblem] = useState("");
  const [news, setNews] = useState("");
  const why = whyNoReceipt(state);
  const unmet = goals.judged.filter(({ met }) => !met).map(({ short }) => short);

  async function make() {
    const side = ownSide(state);
    if (!side) return;
    const made = await makeReceipt(assigned, side, answered, book);
    const failed = "problem" in made;
    setProblem(failed ? made.problem : "");
    setNews(failed ? "" : `The receipt is made, of pass ${side.passes.at(-1)?.pass}.`);
    if (failed) return;
    setPacked(made.packed);
    onMade(made.packed);
  }

  return (
    <PanelPart title="Your receipt">
      <p>
        It proves what you trained: your weights and your curve, which anyone can check.
      </p>
      <Row>
        <Button
          look={packed === null ? "primary" : undefined}
          inactive={why !== null}
          aria-describedby={id}
          onClick={make}
        >
          {packed === null ? "Make the receipt" : "Make the receipt anew"}
        </Button>
        <p id={id} className={styles.says}>
          {why ??
            (unmet.length > 0 &&
              `Not all goals are met yet: ${unmet.join("; ")}.${packed === null ? " You can make the receipt all the same." : ""}`)}
        </p>
      </Row>
      <Problem role="alert">{problem}</Problem>
      <Status>{news}</Status>
      {packed !== null && (
        <ReadyReceipt
          {...{ packed, className, handIn }}
          file={receiptFile(state.lab.id, assigned.name)}
        />
      )}
    </PanelPart>
  );
}

type ReadyProps = Pick<Props, "className" | "handIn"> & {
  packed: string;
  /** The name of its file. */
  file: string;
};

/** A receipt, and the ways to hand it in. */
function ReadyReceipt({ packed, file, className, handIn }: ReadyProps) {
  const { copy, told } = useCopy(
    "The browser did not allow copying: save the receipt as a file.",
  );
  const path = receiptPath(packed);
  const { href } = new URL(path, window.location.href);
  const short = href.length <= longestAddress;
  return (
    <div className={styles.ready} data-receipt>
      <p>
        {className === null
          ? `Your receipt is ready. Send ${short ? "its link or its file" : "its file"} to your instructor.`
          : `Your receipt is ready. Hand it in to ${className}.`}
      </p>
      {handIn(packed)}
      <Row>
        {short && (
          <Button
            onClick={() => copy(href, "Copied: paste it where your instructor asks.")}
          >
            Copy the receipt’s link
          </Button>
        )}
        <Button onClick={() => download(file, packed, "text/plain")}>
          Save as a file
        </Button>
        <a href={path} target="_blank" rel="noopener">
          Open the receipt in a new tab
        </a>
      </Row>
      {!short && <Small>It is too long for a link that every program takes.</Small>}
      <Status>{told}</Status>
    </div>
  );
}
