// A minus for the keypads that have none.
import type { ComponentProps } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";
import styles from "./sign-button.module.css";

/**
 * The keys that a screen's keyboard shows for a number, as `inputMode`: a keypad, or all
 * keys where the number may be negative, since the keypad of iOS has no minus.
 */
export const numberKeys = (mayBeNegative: boolean) =>
  mayBeNegative ? "text" : "decimal";

/** The text of a number with the other sign; of an empty one, a minus. */
export function otherSign(text: string): string {
  const plain = text.trim();
  return /^[-−]/.test(plain) ? plain.slice(1) : `-${plain.replace(/^\+/, "")}`;
}

type Props = Omit<ComponentProps<typeof Button>, "onClick"> & {
  /** The number as it is typed so far. */
  text: string;
  onText(text: string): void;
};

/**
 * Turns the sign of a typed number, so that its field can keep the keypad. Only where
 * fingers point: other keyboards have a minus.
 */
export const SignButton = ({ text, onText, className, ...rest }: Props) => (
  <Button
    aria-label="Change the sign"
    className={classNames(styles.sign, className)}
    // The field keeps the focus, and so the keypad stays.
    onPointerDown={(event) => event.preventDefault()}
    onMouseDown={(event) => event.preventDefault()}
    onClick={() => onText(otherSign(text))}
    {...rest}
  >
    <span aria-hidden="true">±</span>
  </Button>
);
