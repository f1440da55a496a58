import type { AnchorHTMLAttributes, ComponentProps, ElementType } from "react";
import styles from "./button.module.css";
import { classNames } from "./class-names";

type Props = ComponentProps<"button"> & {
  /**
   * `primary` is the one black button of a place, the thing to do next; `danger` takes
   * something away; `bare` shows no edge until it is pointed at; `tab` stands in a row
   * of which one is chosen or open; `link` reads as one.
   */
  look?: "primary" | "danger" | "bare" | "tab" | "link" | undefined;
  /** Whether a press does nothing for now; unlike a disabled button it keeps the focus. */
  inactive?: boolean | undefined;
};

/** A button of type `button`; an `inactive` one of type `submit` still sends its form. */
export function Button({ look, inactive, className, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      className={classNames(look && styles[look], className)}
      aria-disabled={inactive}
      onClick={inactive ? undefined : onClick}
      {...rest}
    />
  );
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string;
  /** A link of the framework, say; an `a` if left out. */
  as?: ElementType | undefined;
  look?: "primary" | undefined;
};

/** A link to another place that looks like a button. */
export const ButtonLink = ({
  as: Element = "a",
  look,
  className,
  ...rest
}: LinkProps) => (
  <Element
    className={classNames(styles.anchor, look && styles[look], className)}
    {...rest}
  />
);
