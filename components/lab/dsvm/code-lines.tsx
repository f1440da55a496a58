"use client";
import type { ReactNode } from "react";
import { Button } from "@/components/kit/button";
import { useCopy } from "@/components/kit/copy-text";
import { Row } from "@/components/kit/layout";
import { ScrollRegion } from "@/components/kit/scroll-table";
import { Status } from "@/components/kit/status";
import styles from "./dsvm.module.css";

type Props = {
  label: string;
  text: string;
  /** Whether the lines are shown, or only copied. */
  shown?: boolean;
  /** The words of the button. */
  button?: string;
  /** Stands beside the button. */
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
        <ScrollRegion className={styles.code} aria-label={`Commands: ${label}`}>
          <pre translate="no" className={styles.lines}>
            {text}
          </pre>
        </ScrollRegion>
      )}
      <Row>
        <Button onClick={() => copy(text, "Copied.")} aria-label={`${button}: ${label}`}>
          {button}
        </Button>
        <Status>{told}</Status>
        {children}
      </Row>
    </>
  );
}
