import type { ElementType, HTMLAttributes, Ref } from "react";
import styles from "./card.module.css";
import { classNames } from "./class-names";

type Props = HTMLAttributes<HTMLElement> & {
  ref?: Ref<HTMLElement> | undefined;
  as?: ElementType | undefined;
  /** Marked at its side: solid for good, dashed for bad. */
  tone?: "good" | "bad" | undefined;
};

/** One thing among others, with an edge of its own. */
export const Card = ({ as: Element = "div", tone, className, ...rest }: Props) => (
  <Element className={classNames(styles.card, className)} data-tone={tone} {...rest} />
);

/** Cards or other things beside each other, as many to a line as fit. */
export const CardGrid = ({ as: Element = "ul", className, ...rest }: Props) => (
  <Element className={classNames(styles.grid, className)} {...rest} />
);

/** The place of something that is not there yet: a sentence, and what to do about it. */
export const EmptyState = ({ as: Element = "div", className, ...rest }: Props) => (
  <Element className={classNames(styles.empty, className)} {...rest} />
);
