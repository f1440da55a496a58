import type { ElementType, HTMLAttributes, Ref } from "react";
import { classNames } from "./class-names";
import styles from "./status.module.css";

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
