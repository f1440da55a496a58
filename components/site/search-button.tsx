"use client";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button, ButtonLink } from "@/components/kit/button";
import { useBrowserValue, useHydrated } from "@/components/kit/use-hydrated";
import { sitePath } from "@/content/site-path";
import styles from "./site-header.module.css";

const loadDialog = () => import("./search-dialog");

const SearchDialog = lazy(async () => {
  const loaded = await loadDialog().catch(() => null);
  // Without its script the glossary is the way to look something up.
  if (!loaded) window.location.assign(sitePath("/glossary"));
  return { default: loaded?.SearchDialog ?? NoDialog };
});

const NoDialog = (_: { onClose(): void }) => null;

const onApple = () => /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** Opens the search, as Ctrl+K does, or ⌘K; before there is script, the way to the glossary. */
export function SearchButton() {
  const [open, setOpen] = useState(false);
  const hydrated = useHydrated();
  const apple = useBrowserValue(onApple, false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const held = apple ? event.metaKey : event.ctrlKey;
      if (!held || event.altKey || event.shiftKey) return;
      if (event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [apple]);
  const face = (
    <>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="7" cy="7" r="4.5" />
        <path d="m10.4 10.4 4 4" />
      </svg>
      <span className={styles.word}>Search</span>
      <span aria-hidden="true" className={styles.keys}>
        {hydrated && (apple ? "⌘K" : "Ctrl K")}
      </span>
    </>
  );
  if (!hydrated) {
    return (
      <ButtonLink href={sitePath("/glossary")} className={styles.search}>
        {face}
      </ButtonLink>
    );
  }
  return (
    <>
      <Button
        className={styles.search}
        aria-haspopup="dialog"
        aria-keyshortcuts={apple ? "Meta+K" : "Control+K"}
        onPointerEnter={loadDialog}
        onFocus={loadDialog}
        onClick={() => setOpen(true)}
      >
        {face}
      </Button>
      {open && (
        <Suspense>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
