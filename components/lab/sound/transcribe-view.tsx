"use client";
import { useDeferredValue, useMemo } from "react";
import { Button } from "@/components/kit/button";
import { Row, Small, Stack } from "@/components/kit/layout";
import { ColumnHeads, ScrollTable } from "@/components/kit/scroll-table";
import { Problem, Status } from "@/components/kit/status";
import type { ViewProps } from "@/components/lab/training/use-lab";
import type { Network } from "@/labs/network/network";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { letters } from "@/labs/sound/formants";
import {
  asBands,
  asWave,
  frameSize,
  type Hearing,
  spectrumAt,
} from "@/labs/sound/spectrum";
import { type Reading, transcribe } from "@/labs/transcript/transcript";
import { BandChart } from "./band-chart";
import { recordingTime } from "./microphone";
import { SoundPair } from "./sound-figure";
import styles from "./transcribe-view.module.css";
import { type Heard, useTranscript } from "./use-transcript";
import { WaveLine } from "./wave-line";

/** Fresh vowels, and the reader's own, written down by the network as it is now. */
export function TranscribeView({ side }: ViewProps) {
  const { run } = side;
  const network = useMemo(() => networkOf(run), [run]);
  const hearing = hearingOf(run);
  const transcript = useTranscript(run, (heard) =>
    readingsOf(network, side.weights, hearing, heard),
  );
  const { heard, microphone, tally } = transcript;
  // The letters may lag behind the weights: training never waits for them.
  const weights = useDeferredValue(side.weights);
  const readings = useMemo(
    () => (heard ? readingsOf(network, weights, hearing, heard) : []),
    [heard, weights, network, hearing],
  );
  const asking = microphone !== "off";
  const trained = (side.passes.at(-1)?.pass ?? 0) > 0;
  const busyText = microphone === "on" ? "Listening…" : "Waiting for your leave…";
  return (
    <Stack role="group" aria-label="Transcription">
      <h3>What it writes</h3>
      <p>
        Have it write down vowels that it was not trained on, or your own voice. Your
        recording is read in this page and forgotten: nothing leaves your machine.
      </p>
      <Row role="group" aria-label="Play or speak">
        <Button onClick={() => transcript.playFresh(1)}>Play a vowel</Button>
        <Button onClick={() => transcript.playFresh(3)}>Play three</Button>
        <Button inactive={asking} onClick={() => void transcript.listen()}>
          {asking ? busyText : "Speak"}
        </Button>
        <Button inactive={!heard} onClick={transcript.playAgain}>
          Play again
        </Button>
      </Row>
      <Small>
        {microphone === "on"
          ? "Say one vowel now, or two with a short pause between."
          : `“Speak” asks for the microphone and records ${recordingTime} seconds: hold one vowel, such as “aaah”, or say two with a pause between.`}
      </Small>
      {!trained && (
        <Small>The network is untrained yet: what it writes is a guess.</Small>
      )}
      <Status unseen>{microphone === "on" ? "Listening." : transcript.news}</Status>
      <Problem role="alert">{transcript.problem}</Problem>
      {heard && readings.length > 0 && <WrittenDown heard={heard} readings={readings} />}
      {tally.of > 0 && (
        <p>
          {tally.right} of {tally.of} vowels were written down right when they were
          played. The letters above are those of the network as it is now.
        </p>
      )}
    </Stack>
  );
}

/** The form of sound that the network of a run is given. */
const hearingOf = ({ data }: Run): Hearing => (data === "waves" ? asWave : asBands);

/** A reading for each vowel; none while the weights are still another network's. */
function readingsOf(
  network: Network,
  weights: Float32Array,
  hearing: Hearing,
  { sound, stretches }: Heard,
): readonly Reading[] {
  const fits =
    weights.length === network.size && network.layers[0]?.inputs === hearing.width;
  return fits ? transcribe(network, weights, hearing, sound, stretches) : [];
}

type WrittenDownProps = { heard: Heard; readings: readonly Reading[] };

/** The letters of a sound, how sure each is, and the sound they were read from. */
function WrittenDown({ heard, readings }: WrittenDownProps) {
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
      <SoundPair>
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
      </SoundPair>
    </>
  );
}

type ReadingTableProps = {
  readings: readonly Reading[];
  /** The letters that were played; null for a recording. */
  played: readonly string[] | null;
};

const percent = (share: number) =>
  Number.isNaN(share) ? "–" : String(Math.round(100 * share));

/** For each vowel heard, how likely the network holds each letter. */
function ReadingTable({ readings, played }: ReadingTableProps) {
  return (
    <ScrollTable label="Probabilities" className={styles.readings}>
      <caption>How likely it holds each letter, in percent</caption>
      <ColumnHeads names={[played ? "Played" : "Vowel", "Written", ...letters]} />
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
                  <i style={{ inlineSize: `${100 * (share || 0)}%` }} />
                  {percent(share)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </ScrollTable>
  );
}
