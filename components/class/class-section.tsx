import { type ElementType, type HTMLAttributes, type ReactNode, useId } from "react";
import { classNames } from "@/components/kit/class-names";
import { Disclosure } from "@/components/kit/disclosure";
import { Stack } from "@/components/kit/layout";
import styles from "./class-section.module.css";

type Props = Omit<HTMLAttributes<HTMLElement>, "title"> & {
  title: ReactNode;
  as?: ElementType;
};

/** A part of a class's page under its heading, which names it; a `section` if not said otherwise. */
export function ClassSection({ title, as = "section", className, ...rest }: Props) {
  const { children, ...section } = rest;
  const id = useId();
  return (
    <Stack
      as={as}
      className={classNames(styles.section, className)}
      aria-labelledby={id}
      {...section}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </Stack>
  );
}

type FoldedProps = {
  title: string;
  /** A word on what is folded away, beside the title. */
  beside: string;
  /** Whether it is open until the reader folds it. */
  opens: boolean;
  children: ReactNode;
};

/** A part of a class's page that can be folded away. */
export const FoldedSection = ({ title, beside, opens, children }: FoldedProps) => (
  <Disclosure
    className={styles.section}
    opens={opens}
    summary={
      <>
        <h2>{title}</h2> <span className={styles.beside}>{beside}</span>
      </>
    }
  >
    <Stack>{children}</Stack>
  </Disclosure>
);
