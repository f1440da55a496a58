"use client";
import { useBrowserValue } from "@/components/kit/use-hydrated";
import type { GpuSize } from "@/content/dsvm/gpu-sizes";
import { isRetired } from "@/content/dsvm/retired";
import styles from "./gpu-sizes.module.css";

const today = () => new Date().toISOString().slice(0, 10);

type Props = { size: Pick<GpuSize, "retiredOn" | "replacement">; builtOn: string };

/** When a size is or was retired: by the day of the build until the reader's is known. */
export function SizeStatus({ size, builtOn }: Props) {
  const day = useBrowserValue(today, builtOn);
  if (!size.retiredOn) return null;
  return (
    <span className={styles.note}>
      {isRetired(size, day) ? "retired since " : "to be retired on "}
      <time dateTime={size.retiredOn}>{size.retiredOn}</time>
      {size.replacement && `; in its place: ${size.replacement}`}
    </span>
  );
}
