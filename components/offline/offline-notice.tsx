"use client";
// What the site says of the network, at the lower edge of the window: that there is none, or
// that a new version of the site waits.
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "@/components/kit/button";
import { Status } from "@/components/kit/status";
import styles from "./offline-notice.module.css";
import { takeOver, tendSite } from "./tend-site";
import { pagePath } from "./worker-answers";

function subscribe(listener: () => void) {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/** Whether there is no network, and a worker that answers instead. */
const isCut = () => !navigator.onLine && !!navigator.serviceWorker?.controller;

/** Tends to the page that is open, and says what there is to say. */
export function OfflineNotice() {
  const path = pagePath(usePathname());
  const [isReady, setReady] = useState(false);
  const [closed, setClosed] = useState<"cut" | "ready" | null>(null);
  const cut = useSyncExternalStore(subscribe, isCut, () => false);
  useEffect(() => {
    void tendSite(path, () => setReady(true));
  }, [path]);
  const says = cut && path !== "/offline" ? "cut" : isReady && !cut ? "ready" : null;
  const shown = says !== closed ? says : null;

  return (
    <div className={styles.place} data-shown={shown ?? undefined}>
      <Status as="div" className={styles.notice}>
        {shown === "cut" && (
          <span>
            No connection: what you have opened works.{" "}
            <Link href="/offline" prefetch={false}>
              What is kept
            </Link>
          </span>
        )}
        {shown === "ready" && <span>A new version of the course is ready.</span>}
      </Status>
      {shown === "ready" && <Button onClick={() => void takeOver()}>Reload</Button>}
      {shown && (
        <Button look="bare" onClick={() => setClosed(shown)}>
          {shown === "ready" ? "Later" : "Close"}
        </Button>
      )}
    </div>
  );
}
