"use client";
import { useMemo, useState } from "react";
import { Button } from "@/components/kit/button";
import { Row, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { countText } from "@/labs/arithmetic/number-text";
import { type Letter, letters, spoken } from "@/labs/sound/formants";
import { bandCount, frameSize, spectrumAt } from "@/labs/sound/spectrum";
import type { Vowel } from "@/labs/sound/voice";
import { phraseOf } from "@/labs/transcript/transcript";
import type { Side } from "../training/side";
import type { ViewProps } from "../training/use-lab";
import { BandChart } from "./band-chart";
import { freshVowel } from "./fresh-vowel";
import { SoundPair } from "./sound-figure";
import { usePlayer } from "./use-player";
import styles from "./vowels-view.module.css";
import { WaveLine } from "./wave-line";

/** The mean spectrum of the examples of one letter that train, and how many they are. */
function meanOf({ features, targets, train }: Side["sample"], letter: Letter) {
  const bands = new Float32Array(bandCount);
  let count = 0;
  for (let row = 0; row < train; row += 1) {
    if (letters[targets[row] ?? -1] !== letter) continue;
    count += 1;
    for (let k = 0; k < bandCount; k += 1) bands[k]! += features[row * bandCount + k]!;
  }
  return { bands: bands.map((sum) => sum / Math.max(count, 1)), count };
}

const hertz = (value: number) => countText(Math.round(value));

function described({ letter, group, pitch, formants }: Vowel): string {
  const { word, ipa } = spoken[letter];
  const [first = 0, second = 0, third = 0] = formants;
  return (
    `${letter} as in “${word}”, [${ipa}], of a ${group.name} at a pitch of ${hertz(pitch)} Hz. ` +
    `Formants: ${hertz(first)}, ${hertz(second)} and ${hertz(third)} Hz.`
  );
}

/** The vowels it learns from: to hear, and as the 32 numbers that the network is given. */
export function VowelsView({ side }: ViewProps) {
  const { run, sample } = side;
  const play = usePlayer();
  const [vowel, setVowel] = useState(() => freshVowel("A", run.noise));
  const [problem, setProblem] = useState<string | null>(null);
  const phrase = useMemo(() => phraseOf([vowel], 0.6, 0.03), [vowel]);
  const middle = Math.floor((phrase.sound.length - frameSize) / 2);
  const seen = useMemo(() => spectrumAt(phrase.sound, middle), [phrase, middle]);
  const isVowels = run.data === "vowels";
  const raw = run.data === "waves";
  const mean = useMemo(
    () => (isVowels ? meanOf(sample, vowel.letter) : null),
    [isVowels, sample, vowel.letter],
  );
  function hear(sound: Float64Array) {
    setProblem(play(sound) ? null : "This browser cannot play sound.");
  }
  function hearLetter(letter: Letter) {
    const next = freshVowel(letter, run.noise);
    setVowel(next);
    hear(phraseOf([next], 0.6, 0.03).sound);
  }
  return (
    <Stack role="group" aria-label="The vowels">
      <h3>What it learns from</h3>
      <p>
        No one spoke these vowels: pulses of air ring at the formants of a man, a woman or
        a child. Choose a letter to hear a new one.
      </p>
      <Row className={styles.letters} role="group" aria-label="Hear a vowel">
        {letters.map((letter) => (
          <Button
            key={letter}
            aria-label={`Hear ${letter}`}
            aria-pressed={letter === vowel.letter}
            onClick={() => hearLetter(letter)}
          >
            {letter}
          </Button>
        ))}
        <Button onClick={() => hear(phrase.sound)}>Play again</Button>
      </Row>
      {problem && <Problem>{problem}</Problem>}
      <Status>{described(vowel)}</Status>
      <SoundPair>
        <WaveLine
          sound={phrase.sound.subarray(middle, middle + frameSize)}
          label={`A moment of it${raw ? ", as the network hears it: 512 samples" : ": the air pressure"}`}
        />
        <BandChart
          bands={seen}
          label={`The same moment ${raw ? "as an ear would divide it" : "as the network hears it"}: 32 bands`}
          formants={vowel.formants.slice(0, 3)}
          {...(mean && {
            over: {
              bands: mean.bands,
              label: `the mean of the ${mean.count} training examples of ${vowel.letter}`,
            },
          })}
        />
      </SoundPair>
    </Stack>
  );
}
