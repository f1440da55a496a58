"use client";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/kit/button";

const storageKey = "next-pass-theme";
const dark = "(prefers-color-scheme: dark)";

function subscribe(listener: () => void) {
  const system = window.matchMedia(dark);
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  system.addEventListener("change", listener);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", listener);
  };
}

function isDark() {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === "dark" : window.matchMedia(dark).matches;
}

/** Changes between light and dark; until it is used, the reader's system decides. */
export function ThemeSwitch() {
  const pressed = useSyncExternalStore(subscribe, isDark, () => false);
  function toggle() {
    const theme = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem(storageKey, theme);
    } catch {
      // Storage is blocked: the theme lasts until the page is left.
    }
  }
  return (
    <Button aria-pressed={pressed} onClick={toggle}>
      Dark
    </Button>
  );
}
