"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { networkOf } from "@/labs/run/plan";
import { mostEdits, type Run } from "@/labs/run/run";
import { editsTo } from "@/labs/run/weight-edit";

type StartWeightsProps = {
  run: Run;
  /** After the latest pass. */
  weights: Float32Array;
  pass: number;
  /** Takes the edits, or says in a sentence why it cannot. */
  onEdits(edits: Run["edits"]): string | null;
};

/** Makes the weights of now the start, or goes back to what the seed gives. */
export function StartWeights({ run, weights, pass, onEdits }: StartWeightsProps) {
  const [news, setNews] = useState("");
  const count = run.edits.length;
  const { size } = networkOf(run);
  const tooMany = size > mostEdits;

  function startHere() {
    const edits = editsTo(run, weights);
    const none = tooMany
      ? `This network has ${size} numbers; a link holds ${mostEdits} at most, so it cannot start from all of them.`
      : "The weights are too large to start from.";
    const problem = edits ? onEdits(edits) : none;
    setNews(problem ?? "Training now starts from these weights, and so does the link.");
  }
  function startAnew() {
    onEdits([]);
    setNews("Training starts from the seed’s weights again.");
  }
  return (
    <Stack>
      <Small>
        A number typed here is one that training starts from: the lab goes back to pass 0.
        {count > 0 && ` ${count} of ${size} ${count === 1 ? "is" : "are"} typed.`}
      </Small>
      <Row>
        <Button inactive={pass === 0} onClick={startHere}>
          Start from these weights
        </Button>
        <Button inactive={count === 0} onClick={startAnew}>
          Back to the seed’s weights
        </Button>
      </Row>
      <Status>{news}</Status>
    </Stack>
  );
}
