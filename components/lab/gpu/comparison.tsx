"use client";
import styles from "../lab.module.css";
import own from "./gpu.module.css";

/** What is compared with what, for readers who want to trust the figures. */
export function Comparison() {
  return (
    <details className={styles.more}>
      <summary>What is measured, and how</summary>
      <dl className={own.terms}>
        <dt>Products</dt>
        <dd>
          A chain A·B, A·(A·B) and so on, in which every product needs the one before, as
          layers do. A point is the time of one product of the chain.
        </dd>
        <dt>Network</dt>
        <dd>
          One pass over this run’s points with its batch, loss and optimizer, both losses
          included. Only the hidden layers differ. The run itself is measured first.
        </dd>
        <dt>CPU</dt>
        <dd>This site’s own loops, in one thread of JavaScript, with 64-bit numbers.</dd>
        <dt>GPU, op by op</dt>
        <dd>
          TensorFlow.js hands the GPU one operation after the other. Each can use all of
          the GPU, and each has to be handed out. 32-bit numbers.
        </dd>
        <dt>GPU, in one dispatch</dt>
        <dd>
          This site’s own program does many products or passes by itself. Nothing is
          handed out in between, but one dispatch can wait for all its parts only within
          one workgroup, a small part of a GPU. 32-bit numbers.
        </dd>
        <dt>Time</dt>
        <dd>
          Each point is warmed up; then it is the median of calls of at least 20
          milliseconds, for about 150. A call ends when a number of its result is back. A
          line ends where one more point would take much over a second. Other work on this
          machine shows in the figures.
        </dd>
      </dl>
    </details>
  );
}
