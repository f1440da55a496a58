"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Row } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import styles from "./workshop.module.css";

/** The assignment as a learner opens it: in this page, or in a new one. */
export function PreviewPanel({ link }: { link: string }) {
  /** The link in the frame; null while it is folded away. */
  const [shown, setShown] = useState<string | null>(null);
  const stale = shown !== null && shown !== link;
  return (
    <>
      <Row>
        <Button onClick={() => setShown(shown === null ? link : null)}>
          {shown === null ? "Show the preview here" : "Fold the preview away"}
        </Button>
        {shown !== null && (
          <Button inactive={!stale} onClick={() => setShown(link)}>
            Renew the preview
          </Button>
        )}
        <a href={link} target="_blank" rel="noopener">
          Open it as a learner, in a new tab
        </a>
        <Status>{stale && "The assignment has changed since."}</Status>
      </Row>
      {shown !== null && (
        <iframe
          key={shown}
          className={styles.frame}
          src={`/embed${shown}`}
          title="The assignment as a learner sees it"
        />
      )}
    </>
  );
}
