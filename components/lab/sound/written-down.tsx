import { useMemo } from "react";
import { frameSize, spectrumAt } from "@/labs/sound/spectrum";
import type { Reading } from "@/labs/sound/transcribe";
import { BandChart } from "./band-chart";
import { ReadingTable } from "./reading-table";
import styles from "./sound.module.css";
import type { Heard } from "./use-transcript";
import { WaveLine } from "./wave-line";

/** The letters of what was heard, how sure each is, and what they were read from. */
export function WrittenDown(props: { heard: Heard; readings: readonly Reading[] }) {
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
