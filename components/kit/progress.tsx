import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import styles from "./progress.module.css";

type Props = ComponentProps<"progress"> & { "aria-label": string };

/** How much of something is done, of 1 unless `max` says more; without a value, only that it goes on. */
export const Progress = ({ className, ...rest }: Props) => (
  <progress max={1} className={classNames(styles.progress, className)} {...rest} />
);
