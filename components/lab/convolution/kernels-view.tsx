"use client";
import { useId, useMemo, useState } from "react";
import { Button } from "@/components/kit/button";
import { PlainList, Row, Small, Stack } from "@/components/kit/layout";
import { useCalm } from "@/components/kit/use-calm";
import { capital } from "@/components/kit/wording";
import { fixedText } from "@/labs/arithmetic/number-text";
import { datasets } from "@/labs/data/datasets";
import { gridOf, heldSet } from "@/labs/data/sample";
import { sizeOf } from "@/labs/network/convolution";
import { networkOf } from "@/labs/run/plan";
import { hasConvolution } from "@/labs/run/run";
import { type KernelMap, kernelMapsOf } from "@/labs/training/kernel-maps";
import { PixelImage } from "../picture/pixel-image";
import { WaveLine } from "../sound/wave-line";
import type { ViewProps } from "../training/use-lab";
import styles from "./kernels-view.module.css";

/** Each kernel of the convolution, and where it finds in an example what it looks for. */
export function KernelsView({ side }: ViewProps) {
  const { run } = side;
  if (!hasConvolution(run)) {
    return (
      <p>
        This network has no convolution. Give it some kernels, under <b>Network</b> in the
        settings, and they appear here.
      </p>
    );
  }
  const key = `${run.data} ${run.kernels} ${run.kernelSize} ${run.stride} ${run.pool}`;
  return <Kernels key={key} side={side} />;
}

/** Numbers as shares of the largest of all lists. */
const largestOf = (lists: readonly ArrayLike<number>[]) =>
  Math.max(...lists.flatMap((list) => Array.from(list, Math.abs)), 1e-9);

function Kernels({ side }: Pick<ViewProps, "side">) {
  const id = useId();
  const { run, sample, weights } = useCalm(side);
  const [shown, setShown] = useState(0);
  const grid = gridOf(run) ?? { across: 1, down: 1 };
  const width = grid.across * grid.down;
  const at = sample.train + (shown % sample.held);
  const example = useMemo(
    () => sample.features.slice(at * width, (at + 1) * width),
    [sample, at, width],
  );
  const seen = useMemo(
    () => kernelMapsOf(networkOf(run), weights, example),
    [run, weights, example],
  );
  if (!seen) return null;
  const { windows, kernels } = seen;
  const isPicture = grid.down > 1;
  const name = datasets[run.data].classes(run)[sample.targets[at] ?? 0];
  const what = `${capital(heldSet(run))} example ${at - sample.train + 1}${name ? `: ${name}` : ""}`;
  const largest = largestOf(kernels.map((one) => one.weights));
  const loudest = largestOf(kernels.map(({ says }) => says));
  const own = sizeOf(windows) * kernels.length + kernels.length;
  return (
    <Stack role="group" aria-labelledby={id}>
      <h3 id={id}>What each kernel looks for, and where it finds it</h3>
      <Small>
        {kernels.length} kernels of {isPicture ? `${windows.height} × ` : ""}
        {windows.width} weights, {own} with their biases, look at {windows.across}
        {isPicture ? ` × ${windows.down}` : ""} places of every example. Blue: above 0.
        Orange with a dash: below. Under each kernel stands what it says at each place.
      </Small>
      <div className={styles.kernels} data-picture={isPicture || undefined}>
        <figure className={styles.example}>
          <figcaption>{what}</figcaption>
          {isPicture ? (
            <PixelImage values={example} columns={grid.across} label={what} />
          ) : (
            <WaveLine sound={Float64Array.from(example)} label="What is looked at" />
          )}
          <Row>
            <Button onClick={() => setShown(shown + 1)}>Next example</Button>
          </Row>
        </figure>
        <PlainList className={styles.list}>
          {kernels.map((kernel, k) => (
            <li key={k}>
              <OneKernel
                kernel={kernel}
                number={k + 1}
                width={windows.width}
                across={windows.across}
                scales={{ largest, loudest }}
              />
            </li>
          ))}
        </PlainList>
      </div>
    </Stack>
  );
}

type OneProps = {
  kernel: KernelMap;
  number: number;
  width: number;
  across: number;
  /** The sizes of the darkest weight and of the darkest answer. */
  scales: { largest: number; loudest: number };
};

function OneKernel({ kernel, number, width, across, scales }: OneProps) {
  const { weights, says, bias } = kernel;
  const most = says.indexOf(says.reduce((one, other) => Math.max(one, other)));
  const rows = says.length / across;
  const where = `${rows > 1 ? `row ${Math.floor(most / across) + 1}, ` : ""}place ${(most % across) + 1}`;
  return (
    <figure className={styles.kernel}>
      <figcaption>
        Kernel {number} <small>bias {fixedText(bias, 2)}</small>
      </figcaption>
      <PixelImage
        values={weights.map((weight) => weight / scales.largest)}
        columns={width}
        palette="signs"
        label={`The weights of kernel ${number}`}
      />
      <PixelImage
        values={says.map((one) => one / scales.loudest)}
        columns={across}
        palette="signs"
        label={`Kernel ${number} says most at ${where}: ${fixedText(says[most] ?? 0, 2)}`}
      />
    </figure>
  );
}
