// A sound, and where the kernels of a trained convolution find what they look for.
import { Drawing } from "@/components/figure/drawing";
import { widthOf } from "@/labs/data/sample";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { kernelMapsOf } from "@/labs/training/kernel-maps";
import { trainedSide } from "./trained-side";

/** Where the kernels stand, and where the sound and what they say of it do. */
const [looks, heard] = [
  { from: 4, wide: 76 },
  { from: 104, wide: 212 },
];

/** The kernels that say most are drawn, so many. */
const shown = 4;

const [tall, row] = [36, 46];

const largestOf = (numbers: ArrayLike<number>) =>
  Math.max(...Array.from(numbers, Math.abs), 1e-9);

/** Numbers as a line about `y`, as high as the largest of them. */
function lineOf(numbers: ArrayLike<number>, { from, wide }: typeof looks, y: number) {
  const [most, last] = [largestOf(numbers), numbers.length - 1];
  const points = Array.from(numbers, (number, at) => {
    const x = from + (wide * at) / last;
    return `${x.toFixed(1)} ${(y - (tall / 2) * (number / most)).toFixed(1)}`;
  });
  return `M${points.join("L")}`;
}

/** The first test sound of a run, and four of its kernels; `alt` tells it in words. */
export function KernelsStill({ run, alt }: { run: Run; alt: string }) {
  const { sample, weights } = trainedSide(run);
  const width = widthOf(run);
  const at = sample.train * width;
  const sound = sample.features.slice(at, at + width);
  const seen = kernelMapsOf(networkOf(run), weights, sound);
  const total = (says: Float64Array) => says.reduce((sum, one) => sum + one, 0);
  const kernels = (seen?.kernels ?? [])
    .toSorted((one, other) => total(other.says) - total(one.says))
    .slice(0, shown);
  const loudest = Math.max(...kernels.map(({ says }) => largestOf(says)));
  return (
    <Drawing alt={alt} width={320} height={row * (shown + 1)}>
      <text x={looks.from} y={row / 2 + 4}>
        A vowel
      </text>
      <path data-ink="line" d={lineOf(sound, heard, row / 2)} />
      {kernels.map(({ weights, says }, k) => {
        const middle = row * (k + 1.5);
        const foot = middle + tall / 2;
        const step = heard.wide / says.length;
        return (
          <g key={k}>
            <path data-ink="faint" d={`M${looks.from} ${middle}h${looks.wide}`} />
            <path data-ink="line" d={lineOf(weights, looks, middle)} />
            <path data-ink="faint" d={`M${heard.from} ${foot}h${heard.wide}`} />
            <path
              data-ink="arrow"
              d={Array.from(says, (one, place) => {
                const x = heard.from + (place + 0.5) * step;
                const high = (tall * Math.max(one, 0)) / loudest;
                return `M${x.toFixed(1)} ${foot}v${(-high).toFixed(1)}`;
              }).join("")}
            />
          </g>
        );
      })}
    </Drawing>
  );
}
