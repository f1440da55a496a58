import { gpusOf } from "@/content/dsvm/dsvm-editions";
import { gpuSizes } from "@/content/dsvm/gpu-sizes";
import {
  gigabyte,
  type Load,
  largestBatch,
  needOf,
  totalOf,
} from "@/labs/notebook/memory";
import lab from "../lab.module.css";
import styles from "./dsvm.module.css";
import { batchText } from "./load";

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
