import type { ReactNode } from "react";
import { Small } from "@/components/kit/layout";
import styles from "./sound-figure.module.css";

type Props = { label: string; aside?: string; children: ReactNode };

/** A drawing of sound under its label; `aside` stands at the label's end. */
export const SoundFigure = ({ label, aside, children }: Props) => (
  <figure className={styles.figure}>
    <Small as="figcaption">
      {label} {aside && <span>{aside}</span>}
    </Small>
    {children}
  </figure>
);

/** Two drawings, side by side where there is room. */
export const SoundPair = ({ children }: { children: ReactNode }) => (
  <div className={styles.pair}>{children}</div>
);
