import lab from "@/components/lab/lab.module.css";
import { gpusOf } from "@/content/dsvm/dsvm-editions";
import { type GpuSize, gpuSizes } from "@/content/dsvm/gpu-sizes";
import {
  gigabyte,
  type Load,
  largestBatch,
  needOf,
  totalOf,
} from "@/labs/notebook/memory";
import { bytesText, countText } from "@/labs/number-text";
import styles from "./dsvm.module.css";
import { batchText } from "./memory-load";

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

/** The formula of each part with the reader's numbers. */
function formulas({ weights, slots, outputs, batch, width, resident, bytes }: Load) {
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

const parts = ["weights", "gradients", "slots", "outputs", "data", "framework"] as const;

/** What a training needs, part by part. */
export function MemoryTable({ load }: { load: Load }) {
  const need = needOf(load);
  const told = formulas(load);
  return (
    <div className={styles.wide}>
      <table className={styles.table}>
        <caption>
          bytes × (weights × (2 + optimizer’s) + 2 × outputs × batch + numbers × examples)
          + 1 GB
        </caption>
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">Bytes</th>
            <th scope="col">Together</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part}>
              <th scope="row">{told[part][0]}</th>
              <td>{told[part][1]}</td>
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
      </table>
    </div>
  );
}

/** Every size that can be had, and whether the training fits one of its GPUs. */
export function FittingSizes({ load }: { load: Load }) {
  const total = totalOf(needOf(load));
  return (
    <details className={lab.more}>
      <summary>Which of all sizes would do</summary>
      <div className={styles.wide}>
        <table className={styles.table}>
          <caption>One GPU of each size, or the share of one</caption>
          <thead>
            <tr>
              <th scope="col">Size</th>
              <th scope="col">GB</th>
              <th scope="col">Fits</th>
              <th scope="col">Largest batch</th>
            </tr>
          </thead>
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
        </table>
      </div>
    </details>
  );
}
