import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./scroll-table.module.css";

type RegionProps = Omit<ComponentProps<"div">, "role" | "tabIndex"> & {
  "aria-label": string;
};

/** A box that scrolls, and takes the focus so that a keyboard can scroll it. */
export const ScrollRegion = ({ className, ...rest }: RegionProps) => (
  <div
    role="group"
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must take focus
    tabIndex={0}
    className={classNames(styles.region, className)}
    {...rest}
  />
);

type TableProps = {
  label: string;
  /** `numbers` stand at their cells' ends, `words` at their starts. */
  cells?: "numbers" | "words" | undefined;
  /** How much of the page it takes before it scrolls; a `whole` one only scrolls sideways. */
  height?: "short" | "tall" | "whole" | undefined;
  /** Whether the first column stays in sight. */
  sticky?: boolean | undefined;
  /** Of the table. */
  className?: string | undefined;
  /** Stands in the box, under the table. */
  after?: ReactNode | undefined;
  /** `thead` and `tbody`. */
  children: ReactNode;
};

/** A table in a box of its own that scrolls both ways, its heads in sight. */
export const ScrollTable = (props: TableProps) => {
  const { label, cells = "numbers", height = "short", sticky, after } = props;
  return (
    <ScrollRegion aria-label={label} className={classNames(styles.box, styles[height])}>
      <table
        className={classNames(styles.table, props.className)}
        data-cells={cells}
        data-sticky={sticky}
      >
        {props.children}
      </table>
      {after}
    </ScrollRegion>
  );
};

/** A table of a few rows that fits where it stands, in the same look. */
export const PlainTable = ({
  cells = "numbers",
  className,
  ...rest
}: ComponentProps<"table"> & Pick<TableProps, "cells">) => (
  <table
    className={classNames(styles.table, styles.few, className)}
    data-cells={cells}
    {...rest}
  />
);

type HeadsProps = {
  /** As in "Size"; null for a corner over the names of the rows, false for no column. */
  names: readonly (string | null | false)[];
};

/** The heads of a table's columns. */
export const ColumnHeads = ({ names }: HeadsProps) => (
  <thead>
    <tr>
      {names.map((name) => {
        if (name === false) return null;
        if (name === null) return <td key="corner" />;
        return (
          <th key={name} scope="col">
            {name}
          </th>
        );
      })}
    </tr>
  </thead>
);

type HeadProps = ComponentProps<"th"> & {
  /** How the column is sorted; null where another is. */
  sorted: "ascending" | "descending" | null;
  onSort(): void;
};

/** The head of a column that sorts by it when it is pressed. */
export const SortHead = ({ sorted, onSort, children, ...rest }: HeadProps) => (
  <th scope="col" aria-sort={sorted ?? "none"} {...rest}>
    <button type="button" className={styles.sort} onClick={onSort}>
      {children}
      <span aria-hidden="true">
        {sorted === null ? "↕" : sorted === "descending" ? "▼" : "▲"}
      </span>
    </button>
  </th>
);
