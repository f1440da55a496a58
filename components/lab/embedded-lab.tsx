"use client";
// A lab in a frame of another page, to which it tells its height.
import { type ReactNode, useEffect, useRef } from "react";
import { sitePath } from "@/content/site-path";
import { type LabId, labs } from "@/labs/catalog/labs";
import styles from "./embedded-lab.module.css";

/** Sent to the page around whenever the height changes; in CSS pixels. */
type HeightMessage = { kind: "next-pass-height"; lab: string; height: number };

/** A page of one lab, given as `children`, for a frame in another site's page. */
export function EmbeddedLab({ id, children }: { id: LabId; children: ReactNode }) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!element.current || window.parent === window) return;
    const observer = new ResizeObserver(([entry]) => {
      const height = Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0);
      const message: HeightMessage = { kind: "next-pass-height", lab: id, height };
      // Any page may embed a lab, and its height is no secret.
      window.parent.postMessage(message, "*");
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [id]);
  return (
    <main ref={element} className={styles.embedded}>
      <h1 className="visually-hidden">{labs[id].title}</h1>
      <h2 className="visually-hidden">The lab</h2>
      {children}
      <p className={styles.origin}>
        <a href={sitePath(`/labs/${id}`)} target="_blank" rel="noopener">
          {labs[id].title} on Next Pass
        </a>
      </p>
    </main>
  );
}
