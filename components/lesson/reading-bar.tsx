"use client";
import Link from "next/link";
import { type CSSProperties, type KeyboardEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import type { LessonSection } from "@/content/lesson/sections";
import { SectionList } from "./contents";
import styles from "./reading-bar.module.css";
import { useHere } from "./use-here";

type Props = {
  slug: string;
  sections: readonly LessonSection[];
  /** Where the last section leads on to. */
  next: { href: string; title: string };
};

/** At the foot of a narrow screen: the place in the lesson, its contents, the next section. */
export function ReadingBar({ slug, sections, next }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const here = useHere(sections.map((section) => section.id));
  const now = sections[here];
  const following = sections[here + 1];

  function close(event: KeyboardEvent) {
    if (event.key !== "Escape" || !open) return;
    setOpen(false);
    button.current?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears keys of what is in it.
    <div
      className={styles.bar}
      data-reading-bar
      style={{ "--read": (here + 1) / sections.length } as CSSProperties}
      onKeyDown={close}
    >
      {open && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the links in it take the keys.
        <nav
          id={id}
          className={styles.sheet}
          aria-label="In this lesson"
          onClick={() => setOpen(false)}
        >
          <SectionList {...{ slug, sections, here }} />
        </nav>
      )}
      <Button
        ref={button}
        look="bare"
        className={styles.place}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.count}>
          <span className="visually-hidden">Contents, part </span>
          {here + 1}/{sections.length}
        </span>
        <span className={styles.title}>{now?.title ?? "Contents"}</span>
      </Button>
      {following ? (
        <a
          className={styles.next}
          href={`#${following.id}`}
          aria-label={`Next section: ${following.title}`}
        >
          Next ↓
        </a>
      ) : (
        <Link className={styles.next} href={next.href} prefetch={false}>
          <span className="visually-hidden">{next.title}: </span>
          Next →
        </Link>
      )}
    </div>
  );
}
