import type { HTMLAttributes, ReactNode } from "react";
import { Small } from "@/components/kit/layout";
import { momentText } from "@/components/kit/wording";
import { dueText, isOverdue } from "@/labs/assignment/assignment";
import styles from "./assignment-card.module.css";
import { assignmentIn, titleIn } from "./class-assignment";

type Props = HTMLAttributes<HTMLLIElement> & {
  /** The assignment, as `linkOf` writes it. */
  link: string;
  /** The reader's own due date, where it was extended: see `isDue`. */
  extended?: string | null;
  /** When the class takes nothing more: milliseconds since 1970; null: never. */
  closes?: number | null;
  /** Further news beside the due date. */
  news?: ReactNode;
};

/** An assignment of a class in a `CardGrid`: its title, until when, and `children`. */
export function AssignmentCard(props: Props) {
  const { link, extended = null, closes = null, news, children, ...rest } = props;
  return (
    <li className={styles.card} {...rest}>
      <a href={link}>{titleIn(link)}</a>
      <Small>
        {timesText({ due: assignmentIn(link)?.due ?? null, extended, closes })}
        {news && <> · {news}</>}
      </Small>
      {children}
    </li>
  );
}

type Times = {
  due: string | null;
  extended: string | null;
  closes: number | null;
};

/** Until when an assignment is asked for: "due Monday, 7 December 2026 · closes …". */
export function timesText({ due, extended, closes }: Times): string {
  const now = new Date();
  const last = extended ?? due;
  const parts = [
    last === null ? "no due date" : `due ${dueText(last)}`,
    extended !== null && "extended for you",
    last !== null && isOverdue(last, now) && "overdue",
    closes !== null &&
      `${closes < now.getTime() ? "closed" : "closes"} ${momentText(closes)}`,
  ];
  return parts.filter(Boolean).join(" · ");
}
