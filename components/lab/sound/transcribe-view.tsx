"use client";
import { useDeferredValue, useMemo } from "react";
import type { ViewProps } from "@/components/lab/training/use-lab";
import type { Run } from "@/labs/run";
import { letters } from "@/labs/sound/formants";
import { asBands, asWave, type Hearing } from "@/labs/sound/hearing";
import { frameSize, spectrumAt } from "@/labs/sound/spectrum";
import { type Reading, transcribe } from "@/labs/sound/transcribe";
import { networkOf } from "@/labs/task";
import { BandChart } from "./band-chart";
import { recordingTime } from "./microphone";
import styles from "./sound.module.css";
import { type Heard, useTranscript } from "./use-transcript";
import { WaveLine } from "./wave-line";

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

/** The letters of what was heard, how sure each is, and what they were read from. */
function WrittenDown(props: { heard: Heard; readings: readonly Reading[] }) {
  const { heard, readings } = props;
  const { sound, stretches, played } = heard;
  const [first] = stretches;
  const seen = useMemo(() => {
    if (!first) return null;
    const middle = Math.floor((first.from + first.to - frameSize) / 2);
    return spectrumAt(sound, Math.max(0, middle));
  }, [sound, first]);
  const marked = stretches.map((stretch, at) => ({
    ...stretch,
    letter: readings[at]?.letter ?? "",
  }));
  return (
    <>
      <p className={styles.written}>
        {readings.map(({ letter }, at) => (
          <b key={at} data-wrong={(played && played[at] !== letter) || undefined}>
            {letter}
          </b>
        ))}
      </p>
      <ReadingTable readings={readings} played={played} />
      <div className={styles.pair}>
        <WaveLine
          sound={sound}
          label={played ? "What was played" : "What you said"}
          marked={marked}
        />
        {seen && (
          <BandChart
            bands={seen}
            label={`The middle of ${readings.length > 1 ? "the first vowel" : "the vowel"} in 32 bands`}
          />
        )}
      </div>
    </>
  );
}

type Props = {
  readings: readonly Reading[];
  /** The letters that were played; null for a recording. */
  played: readonly string[] | null;
};

const percent = (share: number) => Math.round(100 * share);

/** For each vowel heard, how likely the network holds each letter. */
function ReadingTable({ readings, played }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll box must take the keyboard.
    <div className={styles.readings} role="group" aria-label="Probabilities" tabIndex={0}>
      <table>
        <caption>How likely it holds each letter, in percent</caption>
        <thead>
          <tr>
            <th scope="col">{played ? "Played" : "Vowel"}</th>
            <th scope="col">Written</th>
            {letters.map((letter) => (
              <th key={letter} scope="col">
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {readings.map(({ letter, probabilities }, place) => {
            const right = played ? played[place] === letter : null;
            return (
              <tr key={place}>
                <th scope="row">{played ? played[place] : place + 1}</th>
                <td data-right={right ?? undefined}>
                  <b>{letter}</b>
                  {right !== null && (
                    <>
                      <span aria-hidden="true">{right ? " ✓" : " ✗"}</span>
                      <span className="visually-hidden">{right ? "right" : "wrong"}</span>
                    </>
                  )}
                </td>
                {probabilities.map((share, at) => (
                  <td key={letters[at]} data-best={letters[at] === letter || undefined}>
                    <i style={{ inlineSize: `${100 * share}%` }} />
                    {percent(share)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What the network of a run on sound is given. */
const hearingOf = ({ data }: Run): Hearing => (data === "waves" ? asWave : asBands);
