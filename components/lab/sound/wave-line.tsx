import { soundRate } from "@/labs/sound/voice";
import type { Stretch } from "@/labs/transcript/transcript";
import { SoundFigure } from "./sound-figure";
import styles from "./wave-line.module.css";

type Props = {
  sound: Float64Array;
  label: string;
  /** Parts to set off, each under its letter. */
  marked?: readonly (Stretch & { letter: string })[];
};

const columns = 300;
const height = 60;

/** From the lowest to the highest sample of each column. */
function wavePath(sound: Float64Array): string {
  const highest = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const y = (value: number) => ((1 - value / highest) * height) / 2;
  let path = "";
  for (let column = 0; column < columns; column += 1) {
    const from = Math.floor((column * sound.length) / columns);
    const to = Math.max(Math.floor(((column + 1) * sound.length) / columns), from + 1);
    let low = Infinity;
    let high = -Infinity;
    for (let n = from; n < to; n += 1) {
      low = Math.min(low, sound[n] ?? 0);
      high = Math.max(high, sound[n] ?? 0);
    }
    path += `${column === 0 ? "M" : "L"}${column} ${y(high).toFixed(1)}`;
    if (high > low) path += `L${column} ${y(low).toFixed(1)}`;
  }
  return path;
}

/** A sound as a line over time. */
export function WaveLine({ sound, label, marked = [] }: Props) {
  const share = (n: number) => (100 * n) / sound.length;
  const seconds = sound.length / soundRate;
  const time =
    seconds < 0.1 ? `${Math.round(1000 * seconds)} ms` : `${seconds.toFixed(1)} s`;
  return (
    <SoundFigure label={label} aside={time}>
      <div className={styles.wave} dir="ltr">
        {marked.map(({ from, to, letter }) => (
          <b
            key={from}
            style={{ left: `${share(from)}%`, width: `${share(to - from)}%` }}
          >
            {letter}
          </b>
        ))}
        <svg
          viewBox={`0 0 ${columns} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${label}, ${time}`}
        >
          <path d={wavePath(sound)} />
        </svg>
      </div>
    </SoundFigure>
  );
}
