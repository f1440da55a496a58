import { Disclosure } from "@/components/kit/disclosure";
import { Small } from "@/components/kit/layout";
import { ColumnHeads, ScrollTable } from "@/components/kit/scroll-table";
import { countText, fixedText } from "@/labs/arithmetic/number-text";
import {
  bandCentres,
  bandCount,
  bandEdges,
  melOf,
  quietest,
} from "@/labs/sound/spectrum";
import styles from "./band-chart.module.css";
import { SoundFigure } from "./sound-figure";

type Props = {
  /** 32 bands, each from 0 to 1. */
  bands: Float32Array;
  label: string;
  /** Another spectrum, drawn as steps over the bars. */
  over?: { bands: Float32Array; label: string };
  /** Formants to mark, in Hz. */
  formants?: readonly number[];
};

const width = 330;
const height = 100;
const step = width / (bandCount + 1);

const lowest = melOf(bandEdges[0] ?? 0);
const highest = melOf(bandEdges.at(-1) ?? 0);

/** The place of a frequency, in percent of the width. */
const place = (hertz: number) => (100 * (melOf(hertz) - lowest)) / (highest - lowest);

/** Closer than this, in percent, the name of a formant stands before its line. */
const namesApart = 8;

/** The most peaks that are named. */
const mostPeaks = 4;

/** The loudest of the bands that stand out from both neighbours, in words. */
function peaksOf(bands: Float32Array): string {
  const level = (k: number) => bands[k] ?? 0;
  const peaks = [...bands.keys()]
    .filter((k) => level(k) > 0.3 && level(k) >= level(k - 1) && level(k) > level(k + 1))
    .sort((a, b) => level(b) - level(a))
    .slice(0, mostPeaks)
    .sort((a, b) => a - b);
  const names = peaks.map((k) => hertz(10 * Math.round((bandCentres[k] ?? 0) / 10)));
  return names.length > 0 ? `It stands out around ${names.join(", ")}.` : "It is silent.";
}

function stepsPath(bands: Float32Array): string {
  return Array.from(bands, (band, k) => {
    const y = (height * (1 - band)).toFixed(1);
    const x = (k + 0.5) * step;
    return `${k === 0 ? "M" : "L"}${x.toFixed(1)} ${y}H${(x + step).toFixed(1)}`;
  }).join("");
}

/** The 32 numbers that the network is given, low sounds left, loud ones high. */
export function BandChart({ bands, label, over, formants = [] }: Props) {
  const peaks = peaksOf(bands);
  return (
    <SoundFigure label={label}>
      <div className={styles.bands} dir="ltr">
        {formants
          .filter((value) => value < (bandEdges.at(-1) ?? 0))
          .map((value, at, all) => {
            const next = place(all[at + 1] ?? bandEdges.at(-1) ?? 0);
            const before = next - place(value) < namesApart || undefined;
            return (
              <i key={value} style={{ left: `${place(value)}%` }} data-before={before}>
                F{at + 1}
              </i>
            );
          })}
        <svg
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${label}. ${peaks}`}
        >
          {Array.from(bands, (band, k) => (
            <rect
              key={bandCentres[k]}
              x={(k + 0.5) * step + 1}
              width={step - 2}
              y={height * (1 - band)}
              height={height * band}
            />
          ))}
          {over && <path d={stepsPath(over.bands)} />}
        </svg>
        <div className={styles.axis} aria-hidden="true">
          {[100, 500, 1000, 2000, 4000].map((value) => (
            <span key={value} style={{ left: `${place(value)}%` }}>
              {value < 1000 ? value : `${value / 1000}k`}
            </span>
          ))}
          <span>Hz</span>
        </div>
      </div>
      <Small>
        {peaks}
        {over && ` The line is ${over.label}.`}
      </Small>
      <BandTable bands={bands} />
    </SoundFigure>
  );
}

/** A frequency to the nearest Hz. */
const hertz = (value: number) => `${countText(Math.round(value))} Hz`;

const decibels = (share: number) =>
  share <= 0 ? `−${quietest} or less` : fixedText(quietest * (share - 1), 0);

/** The bands of a spectrum as numbers, for those who ask for them. */
function BandTable({ bands }: { bands: Float32Array }) {
  return (
    <Disclosure summary="The 32 numbers">
      <ScrollTable label="Table of the bands">
        <ColumnHeads names={["Band around", "Decibels", "Given as"]} />
        <tbody>
          {Array.from(bands, (band, k) => (
            <tr key={bandCentres[k]}>
              <th scope="row">{hertz(bandCentres[k] ?? 0)}</th>
              <td>{decibels(band)}</td>
              <td>{band.toFixed(3)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Disclosure>
  );
}
