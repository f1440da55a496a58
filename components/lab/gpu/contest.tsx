"use client";
import { Fragment, useState } from "react";
import { Chart } from "@/components/chart/chart";
import type { ChartLine } from "@/components/chart/chart-line";
import { Button } from "@/components/kit/button";
import { download } from "@/components/kit/download";
import { Row, Small, Stack } from "@/components/kit/layout";
import { ColumnHeads, ScrollTable } from "@/components/kit/scroll-table";
import { Problem } from "@/components/kit/status";
import type { SizeText, Timing, Timings } from "@/labs/measure/crossover";
import {
  csvOf,
  durationText,
  type Measured,
  onGpu,
  type Subject,
  type Way,
  wayNames,
  ways,
} from "@/labs/measure/measurement";
// One measurement: its lines, who is ahead where, and the costs beside.
import styles from "./gpu.module.css";
import { answerOf, crossoverOf, detailsOf, subjects } from "./measured-words";
import type { Measurement } from "./use-measurement";

const looks: Readonly<Record<Way, Pick<ChartLine, "tone" | "dash">>> = {
  cpu: { tone: -1, dash: "solid" },
  steps: { tone: 1, dash: "dashed" },
  one: { tone: 0, dash: "dotted" },
};

/** One measurement: its lines, who is ahead where, and the costs beside. */
export function Contest({
  what,
  measured,
  status,
  fault,
}: Measurement & { what: Subject }) {
  const [asTable, setAsTable] = useState(false);
  const { title, size } = subjects[what];
  const lines = wayNames.flatMap((way): ChartLine[] => {
    const points = measured.lines[way].map(({ size, time }) => ({ x: size, y: time }));
    const { label } = ways[way];
    return points.length > 0
      ? [{ id: way, label, points, dots: true, ...looks[way] }]
      : [];
  });
  const crossover = crossoverOf(measured);
  const answer = status === "measuring" ? null : answerOf(what, measured);
  const details = status === "measuring" ? [] : detailsOf(what, measured);
  return (
    <Stack role="group" aria-label={title} data-measured={status}>
      <h3>{title}</h3>
      {fault && <Problem>{fault}</Problem>}
      {measured.faults.map(({ way, why }) => (
        <Problem key={way}>
          {ways[way].label} ended early: {why}
        </Problem>
      ))}
      {lines.length > 0 && (
        <Chart
          label={`${title}: time by n`}
          lines={lines}
          xLabel="n"
          yLabel="time"
          xLog
          yLog
          marks={crossover === null ? [] : [{ x: crossover, label: "crossover" }]}
          formatY={durationText}
        />
      )}
      {answer && <p className={styles.answer}>{answer}</p>}
      {details.length > 1 && (
        <Small as="ul" className={styles.details}>
          {details.map((says) => (
            <li key={says}>{says}</li>
          ))}
        </Small>
      )}
      <Apart measured={measured} />
      <Row>
        <Button aria-expanded={asTable} onClick={() => setAsTable(!asTable)}>
          Data table
        </Button>
        <Button
          onClick={() => download(`gpu-${what}.csv`, csvOf(what, measured), "text/csv")}
        >
          Save as CSV
        </Button>
      </Row>
      {asTable && <ContestTable lines={measured.lines} title={title} size={size} />}
    </Stack>
  );
}

/** The most that the first time cost beyond the later ones. */
function extraOf(line: Timings): string | null {
  const extra = line.map(({ time, first }) => first - time).filter((more) => more > 0);
  return extra.length > 0 ? `up to ${durationText(Math.max(...extra))} more` : null;
}

/** The costs that the lines leave out: paid once, or once for each answer. */
function Apart({ measured }: { measured: Measured }) {
  const { found, readBack, lines } = measured;
  if (!found || found.kind === "none") return null;
  const parts = [
    { what: "Opening the GPU, with a first test", time: durationText(found.opened) },
    { what: "First time at a size, op by op", time: extraOf(lines.steps) },
    { what: "First time at a size, in one dispatch", time: extraOf(lines.one) },
    {
      what: "One number back from the GPU",
      time: readBack === null ? null : durationText(readBack),
    },
  ];
  return (
    <>
      <Small>Not in the lines, because it is paid once, or once for each answer:</Small>
      <dl className={styles.terms}>
        {parts.map(
          ({ what, time }) =>
            time && (
              <Fragment key={what}>
                <dt>{what}</dt>
                <dd>{time}</dd>
              </Fragment>
            ),
        )}
      </dl>
    </>
  );
}

/** The CPU has nothing to compile beforehand. */
const cellText = (way: Way, { time, first }: Timing) =>
  onGpu(way) ? `${durationText(time)} (${durationText(first)})` : durationText(time);

type Props = { lines: Measured["lines"]; title: string; size: SizeText };

/** Every time measured, and in brackets the very first one, with its compilation. */
function ContestTable({ lines, title, size }: Props) {
  const shown = wayNames.filter((way) => lines[way].length > 0);
  const measured = shown.flatMap((way) => lines[way].map((timing) => timing.size));
  const rows = [...new Set(measured)].sort((one, other) => one - other);
  return (
    <ScrollTable label={`${title}: table`} className={styles.table}>
      {shown.some(onGpu) && (
        <caption>In brackets: the GPU’s very first time, with compiling.</caption>
      )}
      <ColumnHeads names={["Size", ...shown.map((way) => ways[way].label)]} />
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{size(row)}</th>
            {shown.map((way) => {
              const timing = lines[way].find((one) => one.size === row);
              return <td key={way}>{timing ? cellText(way, timing) : "–"}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
