import { type ReactNode, useId } from "react";
import { Small } from "@/components/kit/layout";
import styles from "./locked.module.css";

/** A closed padlock; what it means must stand beside it. */
const LockSign = () => (
  <svg className={styles.sign} viewBox="0 0 12 14" aria-hidden="true">
    <path d="M3 6V4a3 3 0 0 1 6 0v2" />
    <rect x="1" y="6" width="10" height="7" rx="1.5" />
  </svg>
);

type Props = {
  /** Says that nothing in it can be changed, and why; null where it can. */
  why: string | null;
  children: ReactNode;
};

/** A control, or several, that an assignment may have locked. */
export function Locked({ why, children }: Props) {
  const id = useId();
  if (why === null) return children;
  return (
    <fieldset disabled className={styles.locked} aria-describedby={id}>
      {children}
      <Small id={id}>
        <LockSign /> {why}
      </Small>
    </fieldset>
  );
}
