"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/kit/button";
import styles from "./site-header.module.css";

/** The places of the site: in the line where there is room, behind a button on a phone. */
export function SiteMenu({ children }: { children: ReactNode }) {
  const menu = useRef<HTMLDivElement>(null);
  // The page changes beneath it: a link of the menu leads away, and the menu stays open.
  useEffect(() => {
    const element = menu.current;
    const leave = ({ target }: Event) => {
      if (target instanceof Element && target.closest("a")) element?.hidePopover?.();
    };
    element?.addEventListener("click", leave);
    return () => element?.removeEventListener("click", leave);
  }, []);
  return (
    <>
      <Button className={styles.open} popoverTarget="site-menu" aria-label="Menu">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2 4h12M2 8h12M2 12h12" />
        </svg>
      </Button>
      <div ref={menu} id="site-menu" popover="auto" className={styles.menu}>
        {children}
      </div>
    </>
  );
}
