"use client";
// Sounds played or said, the letters that the network wrote, and how often it was right.
import { useEffect, useRef, useState } from "react";
import type { Run } from "@/labs/run/run";
import {
  loudest,
  phraseOf,
  type Reading,
  type Stretch,
  silence,
  voicedStretches,
} from "@/labs/transcript/transcript";
import { freshWord } from "./fresh-vowel";
import { record } from "./microphone";
import { usePlayer } from "./use-player";

/** A sound that the network is to write down. */
export type Heard = {
  /** At `soundRate`. */
  sound: Float64Array;
  /** The places of its vowels. */
  stretches: readonly Stretch[];
  /** The letters that were played; null for a recording. */
  played: readonly string[] | null;
};

/** The vowels in a recording, or why it holds none. */
function heardIn(sound: Float64Array): Heard | string {
  if (loudest(sound) < silence) {
    return "The microphone heard nothing: check that it is on, and speak closer to it.";
  }
  const stretches = voicedStretches(sound);
  if (stretches.length > 0) return { sound, stretches, played: null };
  return "No vowel was found in the recording: hold one for half a second, as in “aaah”.";
}

const mute = "This browser cannot play sound.";

/** `read` gives the network's letters for a sound as it is now. */
export function useTranscript(run: Run, read: (heard: Heard) => readonly Reading[]) {
  const play = usePlayer();
  const [heard, setHeard] = useState<Heard | null>(null);
  const [microphone, setMicrophone] = useState<"off" | "asking" | "on">("off");
  const [news, setNews] = useState("");
  const [problem, setProblem] = useState("");
  const [tally, setTally] = useState({ run, right: 0, of: 0 });
  const leaving = useRef<AbortController | null>(null);
  // Weights go on changing while a recording lasts: it is read by the latest.
  const latest = useRef({ run, read });
  useEffect(() => {
    latest.current = { run, read };
  });
  useEffect(() => () => leaving.current?.abort(), []);

  function hear(next: Heard) {
    const { run, read } = latest.current;
    const { played } = next;
    const written = read(next);
    setHeard(next);
    setProblem("");
    const word = written.map(({ letter }) => letter).join(" ");
    setNews(
      `The network writes ${word}.${played ? ` Played was ${played.join(" ")}.` : ""}`,
    );
    if (!played) return;
    const right = written.filter(({ letter }, at) => letter === played[at]).length;
    setTally((last) => {
      const before = last.run === run ? last : { right: 0, of: 0 };
      return { run, right: before.right + right, of: before.of + played.length };
    });
  }

  return {
    heard,
    microphone,
    /** The latest letters, as a sentence. */
    news,
    /** Why something could not be played or recorded, as one sentence; or "". */
    problem,
    /** Of the vowels played since the run was set. */
    tally: tally.run === run ? tally : { right: 0, of: 0 },
    /** Plays as many vowels of one voice, and has them written down. */
    playFresh(length: number) {
      const vowels = freshWord(length, run.noise);
      const phrase = phraseOf(vowels, length === 1 ? 0.6 : 0.35);
      hear({ ...phrase, played: vowels.map(({ letter }) => letter) });
      if (!play(phrase.sound)) setProblem(mute);
    },
    playAgain() {
      if (heard && !play(heard.sound)) setProblem(mute);
    },
    async listen() {
      leaving.current?.abort();
      leaving.current = new AbortController();
      const { signal } = leaving.current;
      setMicrophone("asking");
      setProblem("");
      const recording = await record(signal, () => setMicrophone("on"));
      if (signal.aborted) return;
      setMicrophone("off");
      const found = "sound" in recording ? heardIn(recording.sound) : recording.says;
      if (typeof found === "string") setProblem(found);
      else hear(found);
    },
  };
}
