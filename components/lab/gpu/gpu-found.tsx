"use client";
import type { Found, Lack } from "@/labs/measure/measurement";
import styles from "../lab.module.css";

const advice: Readonly<Record<Lack, string>> = {
  browser:
    "Recent versions of Chrome, Edge, Safari and Firefox have it, though not on every system.",
  "secure page":
    "Open the site through https, or on your own machine through localhost, to use the GPU.",
  adapter:
    "It knows WebGPU, but there is no GPU, or its driver is on the browser’s list of " +
    "faulty ones, or the browser’s settings switch graphics acceleration off. In Chrome " +
    "and Edge the page chrome://gpu says which.",
  "working GPU": "Another browser, or a newer driver, may do better.",
};

/** Which GPU there is, or in plain words why there is none. */
export function GpuFound({ found }: { found: Found }) {
  if (found.kind === "none") {
    return (
      <p className={styles.small} data-gpu={found.lacks}>
        <b>No GPU.</b> {found.why.replace(/\.$/, "")}. {advice[found.lacks]} The CPU is
        measured all the same.
      </p>
    );
  }
  return (
    <p className={styles.small} data-gpu={found.kind}>
      <b>{found.name}.</b>{" "}
      {found.kind === "software"
        ? "This is no GPU but a program playing one, on the same processor as the CPU’s " +
          "line. It shows how the measurement works, not what a GPU can do."
        : "This is the GPU that the browser grants."}
    </p>
  );
}
