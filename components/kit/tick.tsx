import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import styles from "./tick.module.css";

type Props = ComponentProps<"input"> & {
  /** Of the label around box and words. */
  labelClass?: string | undefined;
};

/** A box to tick, or with `type="radio"` one of several to choose, inside its label. */
export const Tick = ({ labelClass, children, ...input }: Props) => (
  <label className={classNames(styles.tick, labelClass)}>
    <input type="checkbox" {...input} />
    {children}
  </label>
);
