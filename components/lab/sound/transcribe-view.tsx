"use client";
import { useDeferredValue, useMemo } from "react";
import { type Reading, transcribe } from "@/labs/sound/transcribe";
import { networkOf } from "@/labs/task";
import type { ViewProps } from "../training/use-lab";
import { hearingOf } from "./hearing-of";
import { recordingTime } from "./microphone";
import styles from "./sound.module.css";
import { type Heard, useTranscript } from "./use-transcript";
import { WrittenDown } from "./written-down";

const none: readonly Reading[] = [];

/** Fresh vowels, and the reader's own, written down by the network as it is now. */
export function TranscribeView({ side }: ViewProps) {
  const { run } = side;
  const network = useMemo(() => networkOf(run), [run]);
  const hearing = hearingOf(run);
  const readWith = (weights: Float32Array, { sound, stretches }: Heard) =>
    weights.length === network.size && network.layers[0]?.inputs === hearing.width
      ? transcribe(network, weights, hearing, sound, stretches)
      : none;
  const transcript = useTranscript(run, (heard) => readWith(side.weights, heard));
  const { heard, microphone, tally } = transcript;
  // The letters may lag behind the weights: training never waits for them.
  const weights = useDeferredValue(side.weights);
  const readings = useMemo(
    () => (heard ? readWith(weights, heard) : none),
    [heard, weights, network],
  );
  const asking = microphone !== "off";
  const trained = (side.passes.at(-1)?.pass ?? 0) > 0;
  const busyText = microphone === "on" ? "Listening…" : "Waiting for your leave…";
  return (
    <div role="group" className={styles.view} aria-label="Transcription">
      <h3>What it writes</h3>
      <p>
        Have it write down vowels that it was not trained on, or your own voice. Your
        recording is read in this page and forgotten: nothing leaves your machine.
      </p>
      <div className={styles.letters} role="group" aria-label="Play or speak">
        <button type="button" onClick={() => transcript.playFresh(1)}>
          Play a vowel
        </button>
        <button type="button" onClick={() => transcript.playFresh(3)}>
          Play three
        </button>
        <button
          type="button"
          aria-disabled={asking}
          onClick={() => !asking && void transcript.listen()}
        >
          {asking ? busyText : "Speak"}
        </button>
        <button
          type="button"
          aria-disabled={!heard}
          onClick={() => heard && transcript.playAgain()}
        >
          Play again
        </button>
      </div>
      <p className={styles.small}>
        {microphone === "on"
          ? "Say one vowel now, or two with a short pause between."
          : `“Speak” asks for the microphone and records ${recordingTime} seconds: hold one vowel, such as “aaah”, or say two with a pause between.`}
      </p>
      {!trained && (
        <p className={styles.small}>
          The network is untrained yet: what it writes is a guess.
        </p>
      )}
      <p role="status" className="visually-hidden">
        {microphone === "on" ? "Listening." : transcript.told}
      </p>
      <p role="alert" className={styles.problem}>
        {transcript.problem}
      </p>
      {heard && readings.length > 0 && <WrittenDown heard={heard} readings={readings} />}
      {tally.of > 0 && (
        <p>
          {tally.right} of {tally.of} vowels were written down right when they were
          played. The letters above are those of the network as it is now.
        </p>
      )}
    </div>
  );
}
