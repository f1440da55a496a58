"use client";
import type { LessonSection } from "@/content/lesson/sections";
import { isDone } from "../progress/section-progress";
import { useKept } from "../progress/use-kept";
import styles from "./contents.module.css";
import { useHere, useReadingNotes } from "./use-here";

type ListProps = {
  slug: string;
  sections: readonly LessonSection[];
  /** The place of the section that the reader is in; −1 for none. */
  here: number;
  /** Called as one of them is followed. */
  onFollow?(): void;
};

/** A lesson's sections, with a tick at each that is done. */
export function SectionList({ slug, sections, here, onFollow }: ListProps) {
  const kept = useKept(slug);
  return (
    <ol className={styles.list}>
      {sections.map((section, at) => {
        const done = isDone(section, kept);
        return (
          <li key={section.id} data-section={section.id} data-done={done}>
            <a
              href={`#${section.id}`}
              aria-current={at === here ? "location" : undefined}
              onClick={onFollow}
            >
              <span className={styles.tick} aria-hidden="true">
                {done ? "✓" : ""}
              </span>
              <span>
                {section.title}
                {done && <span className="visually-hidden"> (done)</span>}
              </span>
            </a>
          </li>
        );
      })}
    </ol>
  );
}

type Props = { slug: string; sections: readonly LessonSection[] };

/** The contents of a lesson beside its text, where there is room. Notes what is read. */
export function Contents({ slug, sections }: Props) {
  const ids = sections.map(({ id }) => id);
  const here = useHere(ids);
  useReadingNotes(slug, ids, here);
  return (
    <nav className={styles.contents} aria-label="In this lesson">
      <SectionList {...{ slug, sections, here }} />
    </nav>
  );
}
