import type { ElementType, HTMLAttributes, Ref } from "react";
import { classNames } from "./class-names";
import styles from "./status.module.css";

// One sentence on how things stand, or what is wrong.

type Props = HTMLAttributes<HTMLElement> & {
  as?: ElementType | undefined;
  ref?: Ref<HTMLElement> | undefined;
  /** Heard and not seen. */
  unseen?: boolean | undefined;
};

/**
 * News that is read out as it changes. It stays in the page while it has nothing to say,
 * so that its first word is heard too, and takes no room then.
 */
export const Status = ({ as: Element = "p", unseen, className, ...rest }: Props) => (
  <Element
    role="status"
    className={classNames(unseen ? "visually-hidden" : styles.status, className)}
    {...rest}
  />
);

type ProblemProps = HTMLAttributes<HTMLElement> & { as?: "p" | "li" | undefined };

/** A sentence on what is wrong, marked ⚠. With a role of `alert` or `status` it is read out. */
export const Problem = ({ as: Element = "p", className, ...rest }: ProblemProps) => (
  <Element className={classNames(styles.problem, className)} {...rest} />
);
