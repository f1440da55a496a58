"use client";
// The closed test set of a run that validates: it is opened by the reader, best once.
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Row, Small } from "@/components/kit/layout";
import { Num, useReaderNumbers } from "@/components/kit/reader-numbers";
import { Status } from "@/components/kit/status";
import { numberText } from "@/labs/arithmetic/number-text";
import { attemptOf } from "@/labs/assignment/attempt";
import { heldSet, testRows } from "@/labs/data/sample";
import { type Run, sameExamples } from "@/labs/run/run";
import { lowestHeld } from "@/labs/training/training";
import { sameRun, shownSide } from "./training/lab-state";
import type { Side } from "./training/side";
import type { LabControls } from "./training/use-lab";

/** A look at the test set. */
type Look = { run: Run; pass: number; saw: string };

const noAnswers: ReadonlySet<string> = new Set();

function lookAt({ run, passes, weights }: Side): Look {
  const { testLoss, accuracy } = attemptOf(run, weights, "cpu", noAnswers);
  const right = accuracy === null ? "" : `, ${(100 * accuracy).toFixed(1)} % right`;
  const pass = passes.at(-1)?.pass ?? 0;
  return { run, pass, saw: `test loss ${numberText(testLoss)}${right}` };
}

/** Where the validation loss was lowest, and the test set; nothing for a run without both. */
export function TestSet({ controls }: { controls: LabControls }) {
  const { state, travel } = controls;
  const side = shownSide(state);
  const { run, passes, sample } = side;
  const inSigns = useReaderNumbers();
  const [last, setLast] = useState<Look | null>(null);
  if (heldSet(run) === "test") return null;
  const pass = passes.at(-1)?.pass ?? 0;
  const atRest = state.status !== "running" && pass > 0;
  const look = last && sameExamples(last.run, run) ? last : null;
  const isNow = look !== null && look.pass === pass && sameRun(look.run, run);
  const lowest = lowestHeld((state.sides[state.shown] ?? state.sides[0]).passes);
  const count = testRows(sample).targets.length;
  return (
    <>
      {atRest && lowest && (
        <Small>
          The validation loss was lowest after pass {lowest.pass}:{" "}
          <Num>{numberText(lowest.heldLoss)}</Num>.{" "}
          {lowest.pass !== pass && (
            <Button look="link" onClick={() => travel(lowest.pass)}>
              Show pass {lowest.pass}
            </Button>
          )}
        </Small>
      )}
      <Row>
        <Button inactive={!atRest} onClick={() => setLast(lookAt(side))}>
          {look ? "Open the test set again" : "Open the test set"}
        </Button>
        <Status>
          {look
            ? `Opened after pass ${look.pass}: ${inSigns(look.saw)}. ${isNow ? "Whatever you choose from here on" : "Whatever you have changed since"} is chosen on the test set, and that is cheating: another seed draws examples that nobody has seen.`
            : `Closed: ${count} examples that play no part in any choice. Open it once, at the end.`}
        </Status>
      </Row>
    </>
  );
}
