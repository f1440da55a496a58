"use client";
import type { ReactNode } from "react";
import { useCopy } from "@/components/kit/copy-text";
import lab from "../lab.module.css";
import styles from "./dsvm.module.css";

type Props = {
  label: string;
  text: string;
  /** Whether the lines are shown, or only copied. */
  shown?: boolean;
  /** What the button says. */
  button?: string;
  /** What stands beside the button. */
  children?: ReactNode;
};

/** Lines for a shell, with a button that copies them; or the button alone. */
export function CodeLines(props: Props) {
  const { label, text, shown = true, button = "Copy", children } = props;
  const { copy, told } = useCopy(
    "The browser did not allow copying: select the lines and copy them.",
  );
  return (
    <>
      {shown && (
        <div
          role="group"
          className={styles.code}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it takes focus
          tabIndex={0}
          aria-label={`Commands: ${label}`}
        >
          <pre className={styles.lines}>{text}</pre>
        </div>
      )}
      <div className={lab.row}>
        <button
          type="button"
          onClick={() => copy(text, "Copied.")}
          aria-label={`${button}: ${label}`}
        >
          {button}
        </button>
        <p role="status">{told}</p>
        {children}
      </div>
    </>
  );
}
