"use client";
// Proof of what was trained: for a class handed in with one button, else a receipt to send.
import { useId, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import { useCopy } from "@/components/kit/copy-text";
import { Disclosure } from "@/components/kit/disclosure";
import { download } from "@/components/kit/download";
import { Row, Small } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import type { Assigned, LabState } from "@/components/lab/training/lab-state";
import type { Side } from "@/components/lab/training/side";
import { useAnswers } from "@/components/quiz/answer-store";
import type { AnswerBook } from "@/content/quiz/answer-book";
import { siteAddress, sitePath } from "@/content/site-path";
import { PanelPart } from "../panel-part";
import { lateText } from "../times";
import type { AskingClass, JoinedAs } from "./asking-class";
import styles from "./assignment.module.css";
import { type Goals, ownSide } from "./judged-goals";
import { useUsableReceipt } from "./kept-work";
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
  asking: AskingClass;
  /** The receipt that was made last in this browser, packed, or null. */
  kept: string | null;
  onMade(packed: string): void;
};

/** Makes the receipt of what was trained, and shows the one that was made last. */
export function ReceiptPart(props: Props) {
  const { state, assigned, goals, asking } = props;
  const receipt = useReceipt(props);
  const why = whyNoReceipt(state);
  const unmet = goals.judged.filter(({ met }) => !met).map(({ short }) => short);
  const open = unmet.length > 0 ? `Not all goals are met yet: ${unmet.join("; ")}.` : "";
  const file = receiptFile(state.lab.id, assigned.name);
  const given = { ...receipt, why, open, file };
  return asking.joined === null ? (
    <ReceiptToSend {...given} />
  ) : (
    <HandingIn {...given} joined={asking.joined} handIn={asking.handIn} />
  );
}

/** The receipt made last, and `make`, which gives the same again until something changes. */
function useReceipt({ state, assigned, answered, kept, onMade }: Props) {
  const book = useAnswers();
  const usable = useUsableReceipt(kept, assigned.start.seed);
  const [made, setMade] = useState<(Of & { packed: string }) | null>(null);
  const [problem, setProblem] = useState("");
  const [news, setNews] = useState("");
  const making = useRef<(Of & { packed: Promise<string | null> }) | null>(null);
  const side = ownSide(state);

  async function makeOf(side: Side) {
    const receipt = await makeReceipt(assigned, side, answered, book);
    const failed = "problem" in receipt;
    setProblem(failed ? receipt.problem : "");
    setNews(failed ? "" : `The receipt is made, of pass ${side.passes.at(-1)?.pass}.`);
    if (failed) return null;
    const { packed } = receipt;
    setMade({ side, book, packed });
    onMade(packed);
    return packed;
  }

  async function make(): Promise<string | null> {
    if (!side) return null;
    const before = making.current;
    if (before && isOf(before, { side, book })) return before.packed;
    const packed = makeOf(side);
    making.current = { side, book, packed };
    if ((await packed) === null) making.current = null;
    return packed;
  }

  const isNow = made !== null && side !== null && isOf(made, { side, book });
  return { packed: made?.packed ?? usable, isNow, make, problem, news };
}

/** Everything that a receipt is made of, as far as it changes. */
type Of = { side: Side; book: AnswerBook };

const isOf = (one: Of, other: Of) => one.side === other.side && one.book === other.book;

type Receipt = ReturnType<typeof useReceipt> & {
  /** Why none can be made now; null where one can. */
  why: string | null;
  /** A sentence on goals that are not met; "" where all are. */
  open: string;
  /** The name of its file. */
  file: string;
};

/** For a learner of no class: a receipt, as a link or a file. */
function ReceiptToSend({ packed, make, problem, news, why, open, file }: Receipt) {
  const id = useId();
  const allTheSame = packed === null ? " You can make the receipt all the same." : "";
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
          {why ?? (open && `${open}${allTheSame}`)}
        </p>
      </Row>
      <Problem role="alert">{problem}</Problem>
      <Status>{news}</Status>
      {packed !== null && (
        <div className={styles.ready} data-receipt>
          <ReadyReceipt {...{ packed, file }} sends />
        </div>
      )}
    </PanelPart>
  );
}

type HandingInProps = Receipt & {
  joined: JoinedAs;
  handIn: AskingClass["handIn"];
};

/** For a learner of the class that asks: one button makes the receipt and hands it in. */
function HandingIn(props: HandingInProps) {
  const { packed, isNow, make, problem, why, open, file, joined, handIn } = props;
  const late = lateText(joined.times);
  return (
    <PanelPart title="Hand in">
      <p>
        {joined.className} gets your weights and your curve, and trains them again to
        check them. {open && `${open} You can hand in all the same.`}
      </p>
      <Problem>{late}</Problem>
      {handIn({ packed, isNow, why, make })}
      <Problem role="alert">{problem}</Problem>
      {packed !== null && (
        <Disclosure summary="A copy for yourself" data-receipt>
          <ReadyReceipt {...{ packed, file }} />
        </Disclosure>
      )}
    </PanelPart>
  );
}

type ReadyProps = {
  packed: string;
  /** The name of its file. */
  file: string;
  /** Whether the learner has to send it themselves. */
  sends?: boolean;
};

/** A receipt as a link and as a file. */
function ReadyReceipt({ packed, file, sends = false }: ReadyProps) {
  const { copy, told } = useCopy(
    "The browser did not allow copying: save the receipt as a file.",
  );
  const path = receiptPath(packed);
  const href = siteAddress(path);
  const short = href.length <= longestAddress;
  return (
    <>
      {sends && (
        <p>
          Your receipt is ready. Send {short ? "its link or its file" : "its file"} to
          your instructor.
        </p>
      )}
      <Row>
        {sends && short && (
          <Button
            onClick={() => copy(href, "Copied: paste it where your instructor asks.")}
          >
            Copy the receipt’s link
          </Button>
        )}
        <Button onClick={() => download(file, packed, "text/plain")}>
          Save as a file
        </Button>
        <a href={sitePath(path)} target="_blank" rel="noopener">
          Open the receipt in a new tab
        </a>
      </Row>
      {sends && !short && (
        <Small>It is too long for a link that every program takes.</Small>
      )}
      <Status>{told}</Status>
    </>
  );
}
