import type { HTMLAttributes, ReactNode } from "react";
import { Small } from "@/components/kit/layout";
import { dueText } from "@/labs/assignment/assignment";
import styles from "./assignment-card.module.css";
import { assignmentIn, titleIn } from "./class-assignment";

type Props = HTMLAttributes<HTMLLIElement> & {
  /** The assignment, as `linkOf` writes it. */
  link: string;
  /** Further news beside the due date. */
  news?: ReactNode;
};

/** An assignment of a class in a `CardGrid`: its title, when it is due, and `children`. */
export function AssignmentCard({ link, news, children, ...rest }: Props) {
  const due = assignmentIn(link)?.due ?? null;
  return (
    <li className={styles.card} {...rest}>
      <a href={link}>{titleIn(link)}</a>
      <Small>
        {due === null ? "no due date" : `due ${dueText(due)}`}
        {news && <> · {news}</>}
      </Small>
      {children}
    </li>
  );
}
