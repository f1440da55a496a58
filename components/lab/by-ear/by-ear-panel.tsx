"use client";
// A lab by ear: its curve as pitch, live and played over, and a sweep over its map.
import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "@/components/kit/button";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Problem } from "@/components/kit/status";
import {
  type LabState,
  type RunStatus,
  shownSide,
} from "@/components/lab/training/lab-state";
import { heldSet } from "@/labs/data/sample";
import { curveTones, lossTones } from "@/labs/sound/by-ear";
import type { Pass } from "@/labs/training/training";
import styles from "./by-ear-panel.module.css";
import { useTones } from "./play-tones";
import { Sweep } from "./sweep";

/** Between two passes that are heard while it trains, in milliseconds. */
const livePause = 150;

export function ByEarPanel({ state }: { state: LabState }) {
  const { play, stop, sounds, refused } = useTones();
  const { status } = state;
  const side = shownSide(state);
  const { passes } = side;
  const last = passes.at(-1);
  const isAtStart = passes.length < 2;
  const heard = useRef(0);
  const before = useRef(status);

  const hear = useEffectEvent((status: RunStatus, pass: Pass | undefined) => {
    const ends = before.current === "running" && /done|failed/.test(status);
    before.current = status;
    if (!pass || pass.pass === 0) return;
    if (ends)
      return play(side.ended === "diverged" ? curveTones([], true) : lossTones(pass));
    const now = performance.now();
    if (status !== "running" || now - heard.current < livePause) return;
    heard.current = now;
    play(lossTones(pass));
  });
  useEffect(() => hear(status, last), [status, last]);
  useEffect(() => {
    if (isAtStart) stop();
  }, [isAtStart, stop]);

  return (
    <Stack role="group" aria-label="By ear" className={styles.panel} data-sounds={sounds}>
      <Row>
        <Button
          inactive={isAtStart || status === "running"}
          onClick={() => play(curveTones(passes, side.ended === "diverged"))}
        >
          Play the curve
        </Button>
        <Button inactive={!sounds} onClick={stop}>
          Silence
        </Button>
      </Row>
      <Small>
        Lower loss, lower pitch. Train is the soft tone on the left, {heldSet(side.run)}{" "}
        the brighter one on the right; a buzz is no number. Escape silences.
      </Small>
      {refused && (
        <Problem role="alert">
          This browser opens no sound. What the sweep would sound like stands in words.
        </Problem>
      )}
      {side.sample.points && <Sweep side={side} onSweep={play} />}
    </Stack>
  );
}
