"use client";
import { type ComponentProps, type ReactNode, useState } from "react";
import { classNames } from "./class-names";
import styles from "./disclosure.module.css";

type Props = ComponentProps<"details"> & {
  summary: ReactNode;
  /** Whether it is open until the reader folds it; what it is later changes nothing. */
  opens?: boolean | undefined;
};

/** A part of the page that unfolds; takes `open` and `onToggle` where the page must know. */
export function Disclosure({ summary, opens, className, children, ...rest }: Props) {
  const [opened] = useState(opens);
  return (
    <details className={classNames(styles.disclosure, className)} open={opened} {...rest}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
