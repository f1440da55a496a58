"use client";
// Tones out of the page, one after another, only after the reader pressed something:
// browsers keep silent before.
import { useCallback, useEffect, useRef, useState } from "react";
import type { Tone } from "@/labs/sound/by-ear";

/** Of a full one: two voices together stay well below what startles. */
const volume = 0.1;

/** Seconds in which a tone swells and fades, so that it does not click. */
const edge = 0.01;

/** Plays tones from now on; what comes back ends them at once. */
function playTones(context: BaseAudioContext, tones: readonly Tone[]): () => void {
  const out = context.createGain();
  out.gain.value = volume;
  out.connect(context.destination);
  const now = context.currentTime + edge;
  const oscillators = tones.map(({ at, lasts, hertz, wave, pan }) => {
    const [begin, end] = [now + at, now + at + lasts];
    const oscillator = context.createOscillator();
    oscillator.type = wave;
    oscillator.frequency.value = hertz;
    const swell = context.createGain();
    swell.gain.setValueAtTime(0, begin);
    swell.gain.linearRampToValueAtTime(1, begin + edge);
    swell.gain.setValueAtTime(1, end - edge);
    swell.gain.linearRampToValueAtTime(0, end);
    const side = context.createStereoPanner();
    side.pan.value = pan;
    oscillator.connect(swell).connect(side).connect(out);
    oscillator.start(begin);
    oscillator.stop(end);
    return oscillator;
  });
  return () => {
    out.disconnect();
    for (const oscillator of oscillators) oscillator.stop();
  };
}

/** A context of the browser's; null where it opens none. */
function openContext(): AudioContext | null {
  try {
    return new AudioContext();
  } catch {
    return null;
  }
}

/**
 * Plays tones in place of those that sound, and stops them: also by Escape, and where the
 * page is hidden or left.
 */
export function useTones() {
  const context = useRef<AudioContext | null>(null);
  const end = useRef(() => {});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [sounds, setSounds] = useState(false);
  const [refused, setRefused] = useState(false);

  const stop = useCallback(() => {
    clearTimeout(timer.current);
    end.current();
    end.current = () => {};
    setSounds(false);
  }, []);

  const play = useCallback(
    (tones: readonly Tone[]) => {
      stop();
      if (document.hidden || tones.length === 0) return;
      context.current ??= openContext();
      const out = context.current;
      setRefused(!out);
      if (!out) return;
      void out.resume().catch(() => undefined);
      end.current = playTones(out, tones);
      setSounds(true);
      const last = Math.max(...tones.map(({ at, lasts }) => at + lasts));
      timer.current = setTimeout(stop, 1000 * last + 100);
    },
    [stop],
  );

  useEffect(() => {
    const press = ({ key }: KeyboardEvent) => key === "Escape" && stop();
    const hide = () => document.hidden && stop();
    window.addEventListener("keydown", press);
    document.addEventListener("visibilitychange", hide);
    return () => {
      window.removeEventListener("keydown", press);
      document.removeEventListener("visibilitychange", hide);
      stop();
      void context.current?.close();
      context.current = null;
    };
  }, [stop]);

  return { play, stop, sounds, refused };
}
