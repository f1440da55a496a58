// The memory that a training needs: against one GPU, part by part, and on every size.
import { Disclosure } from "@/components/kit/disclosure";
import { Stack } from "@/components/kit/layout";
import { ColumnHeads, ScrollTable } from "@/components/kit/scroll-table";
import { Problem } from "@/components/kit/status";
import { gpusOf } from "@/content/dsvm/dsvm-editions";
import { type GpuSize, gpuSizes } from "@/content/dsvm/gpu-sizes";
import { bytesText, countText } from "@/labs/arithmetic/number-text";
import {
  gigabyte,
  type Load,
  largestBatch,
  needOf,
  totalOf,
} from "@/labs/notebook/gpu-memory";
import styles from "./dsvm.module.css";

/** Whether a load fits a size's GPU, in a sentence and as a bar. */
export function MemoryVerdict({ load, size }: { load: Load; size: GpuSize }) {
  const { figures } = size;
  if (!figures) return null;
  const { each } = gpusOf(figures);
  const memory = each * gigabyte;
  const { fits, says, more } = verdictOn(load, memory, !figures.gpus.includes("/"));
  const need = needOf(load);
  const scale = Math.max(totalOf(need), memory);
  const Answer = fits ? "p" : Problem;
  return (
    <>
      <Stack role="status">
        <Answer className={styles.verdict}>{says}</Answer>
        <p>{more}</p>
      </Stack>
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

const percent = (share: number) =>
  share < 0.01 ? "less than 1 %" : `${Number((100 * share).toPrecision(3))} %`;

/** A batch that fits: beyond a thousand million its digits say nothing. */
const batchText = (batch: number) => (batch > 1e9 ? "over 10⁹" : countText(batch));

function verdictOn(load: Load, memory: number, whole: boolean) {
  const total = totalOf(needOf(load));
  const most = largestBatch(load, memory);
  const place = whole ? "one GPU of this size" : "this share of a GPU";
  const used = `${bytesText(total)} of ${bytesText(memory)}`;
  if (total <= memory) {
    const says = `It fits ${place}: ${used}, ${percent(total / memory)}.`;
    const more = `The largest batch that fits has ${batchText(most)} examples.`;
    return { fits: true, says, more };
  }
  const says = `It does not fit ${place}: it needs ${used}.`;
  const more =
    most > 0
      ? `A batch of ${countText(most)} would fit.`
      : "Not even a batch of 1 fits: take a larger GPU, fewer weights, or fewer bytes for each.";
  return { fits: false, says, more };
}

const parts = ["weights", "gradients", "slots", "outputs", "data", "framework"] as const;

/** The memory that a training needs, part by part. */
export function MemoryTable({ load }: { load: Load }) {
  const need = needOf(load);
  const rows = formulasOf(load);
  return (
    <ScrollTable
      label="Memory by part"
      cells="words"
      height="whole"
      className={styles.table}
    >
      <caption>
        bytes × (weights × (2 + optimizer’s) + 2 × outputs × batch + numbers × examples) +
        1 GB
      </caption>
      <ColumnHeads names={["For", "Bytes", "Together"]} />
      <tbody>
        {parts.map((part) => (
          <tr key={part}>
            <th scope="row">{rows[part][0]}</th>
            <td>{rows[part][1]}</td>
            <td>{bytesText(need[part])}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            All
          </th>
          <td>{bytesText(totalOf(need))}</td>
        </tr>
      </tfoot>
    </ScrollTable>
  );
}

/** The name of each part, and its formula with the reader's numbers. */
function formulasOf({ weights, slots, outputs, batch, width, resident, bytes }: Load) {
  const examples = resident === "batch" ? batch : resident;
  return {
    weights: ["Weights and biases", `${bytes} × ${countText(weights)}`],
    gradients: ["Their gradients", `${bytes} × ${countText(weights)}`],
    slots: [
      `What the optimizer keeps: ${slots} for each weight`,
      `${bytes} × ${slots} × ${countText(weights)}`,
    ],
    outputs: [
      "Outputs of all layers for a batch, and as many again for the way back",
      `${bytes} × 2 × ${countText(outputs)} × ${countText(batch)}`,
    ],
    data: [
      resident === "batch" ? "The batch itself" : "All examples",
      `${bytes} × ${countText(width)} × ${countText(examples)}`,
    ],
    framework: ["PyTorch and CUDA themselves, in round figures", "1 GB"],
  } as const;
}

/** Every size that can be had, and whether the training fits one of its GPUs. */
export function FittingSizes({ load }: { load: Load }) {
  const total = totalOf(needOf(load));
  return (
    <Disclosure summary="Which of all sizes would do">
      <ScrollTable
        label="All sizes"
        cells="words"
        height="whole"
        className={styles.table}
      >
        <caption>One GPU of each size, or the share of one</caption>
        <ColumnHeads names={["Size", "GB", "Fits", "Largest batch"]} />
        <tbody>
          {gpuSizes.map(({ name, figures }) => {
            if (!figures) return null;
            const { each } = gpusOf(figures);
            return (
              <tr key={name}>
                <th scope="row">{name.replace("Standard_", "")}</th>
                <td>{each}</td>
                <td>{total <= each * gigabyte ? "yes" : "no"}</td>
                <td>{batchText(largestBatch(load, each * gigabyte))}</td>
              </tr>
            );
          })}
        </tbody>
      </ScrollTable>
    </Disclosure>
  );
}
