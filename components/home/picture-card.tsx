// The way to a lesson or a lab, under a picture that was drawn from what it leads to.
import Link from "next/link";
import type { ReactNode } from "react";
import { CardGrid } from "@/components/kit/card";
import { Small } from "@/components/kit/layout";
import styles from "./picture-card.module.css";

type Props = {
  href: string;
  title: string;
  /** Fills its place, or is a square whose middle is shown. Decorative. */
  picture: ReactNode;
  /** Tells in a sentence what it is about. */
  text: string;
  /** How much of it there is, and what the reader has done: one short line. */
  note: ReactNode;
};

/** A card whose whole face leads where its title does. */
export const PictureCard = ({ href, title, picture, text, note }: Props) => (
  <li className={styles.card}>
    <div className={styles.picture} aria-hidden>
      {picture}
    </div>
    <h3>
      <Link href={href} prefetch={false}>
        {title}
      </Link>
    </h3>
    <Small className={styles.note}>{note}</Small>
    <p>{text}</p>
  </li>
);

type CardsProps = {
  id: string;
  title: string;
  /** A word on all of them, below. */
  note?: string;
  children: ReactNode;
};

/** Cards in their order under a heading of theirs, as many to a line as fit. */
export const PictureCards = ({ id, title, note, children }: CardsProps) => (
  <section className={styles.section} id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    <CardGrid as="ol" className={styles.cards}>
      {children}
    </CardGrid>
    {note && <Small>{note}</Small>}
  </section>
);
