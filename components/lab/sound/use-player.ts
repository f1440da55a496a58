"use client";
// Sound out of the page, and only after a click: browsers keep silent before one.
import { useEffect, useRef } from "react";
import { resample } from "@/labs/sound/resample";
import { soundRate } from "@/labs/sound/voice";

/**
 * A context at the rate of the voice, or at the machine's where that is not to be had.
 */
function openContext(): AudioContext | null {
  for (const wish of [{ sampleRate: soundRate }, {}]) {
    try {
      return new AudioContext(wish);
    } catch {
      // Some browsers have none at this rate, and some none at all.
    }
  }
  return null;
}

/**
 * Gives `play`, for sounds at `soundRate` with full scale at 1. It stops what sounded
 * before, and is false where the browser cannot play.
 */
export function usePlayer(): (sound: Float64Array) => boolean {
  const context = useRef<AudioContext | null>(null);
  const playing = useRef<AudioBufferSourceNode | null>(null);
  useEffect(
    () => () => {
      void context.current?.close();
      context.current = null;
    },
    [],
  );
  return (sound) => {
    context.current ??= openContext();
    const out = context.current;
    if (!out) return false;
    void out.resume().catch(() => undefined);
    const { sampleRate } = out;
    const fit = sampleRate === soundRate ? sound : resample(sound, soundRate, sampleRate);
    const buffer = out.createBuffer(1, fit.length, sampleRate);
    buffer.copyToChannel(Float32Array.from(fit), 0);
    playing.current?.stop();
    playing.current = out.createBufferSource();
    playing.current.buffer = buffer;
    playing.current.connect(out.destination);
    playing.current.start();
    return true;
  };
}
