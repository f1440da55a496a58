import type { ElementType, HTMLAttributes, Ref } from "react";
import { classNames } from "./class-names";
import styles from "./layout.module.css";

type Props = HTMLAttributes<HTMLElement> & {
  ref?: Ref<HTMLElement> | undefined;
  /** The element that it is, as in "form" or "ul"; a `div` if left out. */
  as?: ElementType | undefined;
};

/** Things side by side, wrapped where they do not fit. With a role of `group`, a toolbar. */
export const Row = ({ as: Element = "div", className, ...rest }: Props) => (
  <Element className={classNames(styles.row, className)} {...rest} />
);

/** Things one under the other, in the type of controls and data; paragraphs and lists in it
 * have no margins of their own. */
export const Stack = ({ as: Element = "div", className, ...rest }: Props) => (
  <Element className={classNames(styles.stack, className)} {...rest} />
);

/** A list without marks, one thing under the other. */
export const PlainList = ({ as: Element = "ul", className, ...rest }: Props) => (
  <Element className={classNames(styles.list, className)} {...rest} />
);

/** A quieter word: a hint, a note, an explanation. A paragraph if not said otherwise. */
export const Small = ({ as: Element = "p", className, ...rest }: Props) => (
  <Element className={classNames(styles.small, className)} {...rest} />
);
