"use client";
import Link from "next/link";
import { type CSSProperties, useEffect, useId, useRef, useState } from "react";
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

  useEffect(() => {
    if (!open) return;
    const close = ({ key }: KeyboardEvent) => {
      if (key !== "Escape") return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, [open]);

  return (
    <div
      className={styles.bar}
      data-reading-bar
      style={{ "--read": (here + 1) / sections.length } as CSSProperties}
    >
      {open && (
        <nav id={id} className={styles.sheet} aria-label="In this lesson">
          <SectionList {...{ slug, sections, here }} onFollow={() => setOpen(false)} />
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
