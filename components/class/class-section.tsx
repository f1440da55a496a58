import { type ElementType, type HTMLAttributes, type ReactNode, useId } from "react";
import { classNames } from "@/components/kit/class-names";
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
