import { type Load, needOf, totalOf } from "@/labs/notebook/memory";
import { bytesText, countText } from "@/labs/number-text";
import styles from "./dsvm.module.css";

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
