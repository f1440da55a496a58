import type { HTMLAttributes, ReactNode } from "react";
import { type Times, timesText } from "@/components/assignment/times";
import { Small } from "@/components/kit/layout";
import { sitePath } from "@/content/site-path";
import styles from "./assignment-card.module.css";
import { assignmentIn, titleIn } from "./class-assignment";

type Props = HTMLAttributes<HTMLLIElement> & {
  /** The assignment, as `linkOf` writes it. */
  link: string;
  /** Further news beside the due date. */
  news?: ReactNode;
} & Partial<Omit<Times, "due">>;

/** An assignment of a class in a `CardGrid`: its title, until when, and `children`. */
export function AssignmentCard(props: Props) {
  const { link, extended = null, closes = null, news, children, ...rest } = props;
  const due = assignmentIn(link)?.due ?? null;
  return (
    <li className={styles.card} {...rest}>
      <a href={sitePath(link)}>{titleIn(link)}</a>
      <Small>
        {timesText({ due, extended, closes }) || "no due date"}
        {news && <> · {news}</>}
      </Small>
      {children}
    </li>
  );
}
