// Still pictures of data that are not on the plane. Each fills its place, whatever its shape.

import { LineDrawing } from "@/components/chart/line-drawing";
import { digitSide } from "@/labs/data/digits";
import { vowelAt } from "@/labs/data/vowels";
import { forecastOf } from "@/labs/forecast/forecast";
import { bandCount, frameSize, spectrumAt } from "@/labs/sound/spectrum";
import { sing } from "@/labs/sound/voice";
import styles from "./data-still.module.css";
import { pngAddress } from "./png";
import { ForecastDrawing } from "./series/forecast-drawing";
import type { Side } from "./training/side";

type Props = {
  side: Side;
  /** The picture in words; left out where the text beside it has them. */
  alt?: string | undefined;
};

/** Images across and down, each with a margin; a place that is narrower shows those in the middle. */
const sheet = { across: 14, down: 5, cell: digitSide + 2 };

const [ink, paper] = [
  [24, 22, 20],
  [250, 247, 240],
] as const;

/** Some images of the test set, in the order in which the network is asked. */
export function DigitsStill({ side: { sample }, alt }: Props) {
  const { across, down, cell } = sheet;
  const width = across * cell;
  const pixels = new Uint8ClampedArray(4 * width * down * cell);
  const size = digitSide * digitSide;
  for (let at = 0; at < width * down * cell; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const image = sample.train + Math.floor(y / cell) * across + Math.floor(x / cell);
    const [column, row] = [(x % cell) - 1, (y % cell) - 1];
    const inside = Math.min(column, row) >= 0 && Math.max(column, row) < digitSide;
    const place = image * size + row * digitSide + column;
    const value = inside ? (sample.features[place] ?? 0) : 0;
    ink.forEach((dark, channel) => {
      const light = paper[channel] ?? 255;
      pixels[4 * at + channel] = light + value * (dark - light);
    });
  }
  return (
    <img
      className={styles.digits}
      src={pngAddress(pixels, width)}
      alt={alt ?? ""}
      width={width}
      height={down * cell}
    />
  );
}

/** The end of a series, and the forecast of each value of it, dashed. */
export const SeriesStill = ({ side, alt }: Props) => (
  <ForecastDrawing forecast={forecastOf(side)} alt={alt} />
);

/** The sound of the first vowel that the network is tested on, and the bands it is given. */
export function SoundStill({ side: { run, sample }, alt }: Props) {
  const sound = sing(vowelAt(run.seed, run.noise, sample.train), 2 * frameSize);
  const loudest = sound.reduce((most, one) => Math.max(most, Math.abs(one)), 1e-9);
  const wave = Array.from(
    sound.subarray(frameSize, frameSize + 400),
    (value, at) => `${(at / 2).toFixed(1)} ${(28 - (20 * value) / loudest).toFixed(1)}`,
  ).filter((_, at) => at % 2 === 0);
  const bands = Array.from(spectrumAt(sound, frameSize), (band, at) => {
    const x = (200 * (at + 0.5)) / bandCount;
    return `M${x.toFixed(1)} 100V${(98 - 42 * band).toFixed(1)}`;
  });
  return (
    <LineDrawing alt={alt}>
      <path data-of="series" d={`M${wave.join(" ")}`} />
      <path data-of="bands" d={bands.join("")} />
    </LineDrawing>
  );
}
