"use client";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { Button } from "./button";
import styles from "./tabs.module.css";

type Tab = { name: string; label: ReactNode; content: ReactNode };

type Props = {
  /** Names the choice to those who do not see it. */
  label: string;
  tabs: readonly Tab[];
  /** The name of the tab that is shown at first; the first if left out. */
  opens?: string;
};

/** One of several panels at a time. Arrow keys, Home and End walk along the tabs and show them. */
export function Tabs({ label, tabs, opens }: Props) {
  const id = useId();
  const [asked, setAsked] = useState(opens);
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    tabs.findIndex(({ name }) => name === asked),
  );
  const shown = tabs[at];

  function walk(event: KeyboardEvent) {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (step(at, tabs.length) + tabs.length) % tabs.length;
    setAsked(tabs[next]?.name);
    const button = list.current?.children[next];
    if (button instanceof HTMLElement) button.focus();
  }

  return (
    <div className={styles.tabs}>
      <div ref={list} role="tablist" aria-label={label} onKeyDown={walk}>
        {tabs.map((tab) => (
          <Button
            key={tab.name}
            look="tab"
            role="tab"
            id={`${id}-${tab.name}`}
            aria-selected={tab === shown}
            aria-controls={tab === shown ? `${id}-panel` : undefined}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => setAsked(tab.name)}
          >
            {tab.label}
          </Button>
        ))}
      </div>
      {shown && (
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown.name}`}>
          {shown.content}
        </div>
      )}
    </div>
  );
}

const steps: Readonly<
  Record<string, ((at: number, count: number) => number) | undefined>
> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};
