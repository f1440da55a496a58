"use client";
// A lab in a frame of another page, to which it tells its height.
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { sitePath } from "@/content/site-path";
import { type LabId, labs } from "@/labs/catalog/labs";
import styles from "./embedded-lab.module.css";

/** Sent to the page around whenever the height changes; in CSS pixels. */
type HeightMessage = { kind: "next-pass-height"; lab: string; height: number };

type FramedProps = {
  /** What the page around calls it. */
  lab: string;
  children: ReactNode;
};

/** What fills a frame in another site's page, which it tells its height. */
export function Framed({ lab, children }: FramedProps) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!element.current || window.parent === window) return;
    const observer = new ResizeObserver(([entry]) => {
      const height = Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0);
      const message: HeightMessage = { kind: "next-pass-height", lab, height };
      // Any page may embed a lab, and its height is no secret.
      window.parent.postMessage(message, "*");
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [lab]);
  return (
    <main ref={element} className={styles.embedded}>
      {children}
    </main>
  );
}

/** A page of one lab, given as `children`, for a frame in another site's page. */
export const EmbeddedLab = ({ id, children }: { id: LabId; children: ReactNode }) => (
  <Framed lab={id}>
    <h1 className="visually-hidden">{labs[id].title}</h1>
    <h2 className="visually-hidden">The lab</h2>
    {children}
    <p className={styles.origin}>
      <a href={sitePath(`/labs/${id}`)} target="_blank" rel="noopener">
        {labs[id].title} on Next Pass
      </a>
    </p>
  </Framed>
);

const address = /\/embed\/(?:labs\/)?([^/]{0,40})/;

const nothingHeard = () => () => {};
const framedAs = () =>
  window.parent === window ? null : (address.exec(window.location.pathname)?.[1] ?? null);

/** A page that is not there: a small one in a frame that was to show a lab. */
export function MissingPage({ children }: { children: ReactNode }) {
  const lab = useSyncExternalStore(nothingHeard, framedAs, () => null);
  if (lab === null) return children;
  return (
    <Framed lab={lab}>
      <h1 className={styles.missing}>There is no lab of this name.</h1>
      <p className={styles.origin}>
        The frame’s address may have a typing error. All labs stand on{" "}
        <a href={sitePath("/labs")} target="_blank" rel="noopener">
          Next Pass
        </a>
        .
      </p>
    </Framed>
  );
}
