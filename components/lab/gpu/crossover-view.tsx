"use client";
import { Button } from "@/components/kit/button";
import { Disclosure } from "@/components/kit/disclosure";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Progress } from "@/components/kit/progress";
import { Status } from "@/components/kit/status";
import type { ViewProps } from "@/components/lab/training/use-lab";
import {
  type GpuFound,
  type GpuLack,
  type Subject,
  sizes,
  wayNames,
} from "@/labs/measure/measurement";
import { Contest } from "./contest";
import styles from "./gpu.module.css";
import { answerOf, subjectNames, subjects } from "./measured-words";
import { ThisRun } from "./this-run";
import { type Measurement, type Measurements, useMeasurement } from "./use-measurement";

/** Does the GPU help here? Measured on the reader's own machine, on the reader's click. */
export function CrossoverView({ state, side, controls }: ViewProps) {
  const { measurements, measure, stop } = useMeasurement();
  const { run } = side;
  const found =
    measurements.network?.measured.found ?? measurements.products?.measured.found ?? null;
  return (
    <Stack role="group" aria-label="The GPU against the CPU">
      <MeasureButtons
        measurements={measurements}
        onStop={stop}
        onMeasure={(what) => {
          // Both would share the processor, and neither figure would be right.
          if (state.status === "running") controls.pause();
          measure(what, run);
        }}
      />
      {found && <FoundText found={found} />}
      {subjectNames.map((what) => {
        const measurement = measurements[what];
        return measurement && <Contest key={what} what={what} {...measurement} />;
      })}
      <ThisRun side={side} measurements={measurements} />
      <Comparison />
    </Stack>
  );
}

type MeasureButtonsProps = {
  measurements: Measurements;
  onMeasure(what: Subject): void;
  onStop(): void;
};

/** Starts and stops measurements, and tells where they are. */
function MeasureButtons({ measurements, onMeasure, onStop }: MeasureButtonsProps) {
  const now = subjectNames.find((what) => measurements[what]?.status === "measuring");
  const under = now && measurements[now];
  return (
    <>
      <Row role="group" aria-label="Measuring">
        {subjectNames.map((what) => (
          <Button key={what} inactive={now !== undefined} onClick={() => onMeasure(what)}>
            {subjects[what].button}
          </Button>
        ))}
        <Button inactive={now === undefined} onClick={onStop}>
          Stop
        </Button>
      </Row>
      {now && under && (
        <Progress value={shareOf(now, under)} aria-label="Points measured" />
      )}
      <Status as="div" unseen>
        {subjectNames.map((what) => {
          const measurement = measurements[what];
          return measurement && <p key={what}>{announcement(what, measurement)}</p>;
        })}
      </Status>
    </>
  );
}

/** A measurement for a screen reader: that it began, and how it came out. */
function announcement(what: Subject, { status, fault, measured }: Measurement): string {
  if (status === "measuring") return "Measuring.";
  if (status === "failed") return fault ?? "";
  const answer = answerOf(what, measured) ?? "";
  return `${status === "done" ? "Measured." : "Stopped."} ${answer}`;
}

/** The share of the points that is there, if no line ends early. */
function shareOf(what: Subject, { measured }: Measurement): number {
  const ways = measured.found?.kind === "none" ? 1 : wayNames.length;
  const points = Object.values(measured.lines).reduce(
    (sum, { length }) => sum + length,
    0,
  );
  return points / (ways * sizes[what].length);
}

const advice: Readonly<Record<GpuLack, string>> = {
  browser:
    "Recent versions of Chrome, Edge, Safari and Firefox have it, though not on every system.",
  "secure page":
    "Open the site through https, or on your own machine through localhost, to use the GPU.",
  adapter:
    "It knows WebGPU, but there is no GPU, or its driver is on the browser’s list of " +
    "faulty ones, or the browser’s settings switch graphics acceleration off. In Chrome " +
    "and Edge the page chrome://gpu says which.",
  "working GPU": "Another browser, or a newer driver, may do better.",
};

/** The GPU that there is, or in plain words why there is none. */
function FoundText({ found }: { found: GpuFound }) {
  if (found.kind === "none") {
    return (
      <Small data-gpu={found.lacks}>
        <b>No GPU.</b> {found.why.replace(/\.$/, "")}. {advice[found.lacks]} The CPU is
        measured all the same.
      </Small>
    );
  }
  return (
    <Small data-gpu={found.kind}>
      <b>{found.name}.</b>{" "}
      {found.kind === "software"
        ? "This is no GPU but a program playing one, on the same processor as the CPU’s " +
          "line. It shows how the measurement works, not what a GPU can do."
        : "This is the GPU that the browser grants."}
    </Small>
  );
}

/** The terms of the measurement, for readers who want to trust the figures. */
function Comparison() {
  return (
    <Disclosure summary="What is measured, and how">
      <dl className={styles.terms}>
        <dt>Products</dt>
        <dd>
          A chain A·B, A·(A·B) and so on, in which every product needs the one before, as
          layers do. A point is the time of one product of the chain.
        </dd>
        <dt>Network</dt>
        <dd>
          One pass over this run’s points with its batch, loss and optimizer, both losses
          included. Only the hidden layers differ. The run itself is measured first.
        </dd>
        <dt>CPU</dt>
        <dd>This site’s own loops, in one thread of JavaScript, with 64-bit numbers.</dd>
        <dt>GPU, op by op</dt>
        <dd>
          TensorFlow.js starts one operation on the GPU after the other. Each can use the
          whole GPU, and each has to be started by the page. 32-bit numbers.
        </dd>
        <dt>GPU, in one dispatch</dt>
        <dd>
          The page starts this site’s own program once, and it does many products or
          passes by itself. It need not wait for the page in between, but it runs in one
          workgroup, which is only a small part of a GPU. 32-bit numbers.
        </dd>
        <dt>Time</dt>
        <dd>
          Each point is warmed up; then it is the median of calls of at least 20
          milliseconds, for about 150. A call ends when a number of its result is back. A
          line ends where one more point would take much over a second. Other work on this
          machine shows in the figures.
        </dd>
      </dl>
    </Disclosure>
  );
}
