import { gpusOf } from "@/content/dsvm/dsvm-editions";
import type { GpuSize } from "@/content/dsvm/gpu-sizes";
import {
  gigabyte,
  type Load,
  largestBatch,
  needOf,
  totalOf,
} from "@/labs/notebook/memory";
import { bytesText, countText } from "@/labs/number-text";
import styles from "./dsvm.module.css";
import { batchText } from "./load";

const percent = (share: number) =>
  share < 0.01 ? "less than 1 %" : `${Number((100 * share).toPrecision(3))} %`;

/** The answer in a sentence, and how much of a further batch there is room for. */
function verdict(load: Load, memory: number, whole: boolean) {
  const total = totalOf(needOf(load));
  const most = largestBatch(load, memory);
  const place = whole ? "one GPU of this size" : "this share of a GPU";
  const used = `${bytesText(total)} of ${bytesText(memory)}`;
  if (total <= memory) {
    const says = `It fits ${place}: ${used}, ${percent(total / memory)}.`;
    return {
      fits: true,
      says,
      more: `The largest batch that fits has ${batchText(most)} examples.`,
    };
  }
  const says = `It does not fit ${place}: it needs ${used}.`;
  const more =
    most > 0
      ? `A batch of ${countText(most)} would fit.`
      : "Not even a batch of 1 fits: take a larger GPU, fewer weights, or fewer bytes for each.";
  return { fits: false, says, more };
}

type Props = { load: Load; size: GpuSize };

export function MemoryVerdict({ load, size: { figures } }: Props) {
  if (!figures) return null;
  const { each } = gpusOf(figures);
  const memory = each * gigabyte;
  const { fits, says, more } = verdict(load, memory, !figures.gpus.includes("/"));
  const need = needOf(load);
  const scale = Math.max(totalOf(need), memory);
  return (
    <>
      <div role="status" className={styles.part}>
        <p className={styles.verdict} data-fits={fits ? "yes" : "no"}>
          {says}
        </p>
        <p>{more}</p>
      </div>
      <div className={styles.bar} aria-hidden>
        {Object.entries(need).map(([part, bytes]) => (
          <span key={part} style={{ inlineSize: `${(100 * bytes) / scale}%` }} />
        ))}
        {scale > memory && (
          <i style={{ insetInlineStart: `${(100 * memory) / scale}%` }} />
        )}
      </div>
    </>
  );
}
