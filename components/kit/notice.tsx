import type { ElementType, HTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names";
import { PlainList } from "./layout";
import styles from "./notice.module.css";
import { Problem } from "./status";

type ListProps = HTMLAttributes<HTMLElement> & { sentences: readonly string[] };

/** Several sentences on what is wrong, each marked ⚠; nothing where there are none. */
export function ProblemList({ sentences, className, ...rest }: ListProps) {
  if (sentences.length === 0 && !rest.role) return null;
  return (
    <PlainList className={className} {...rest}>
      {sentences.map((sentence) => (
        <Problem as="li" key={sentence}>
          {sentence}
        </Problem>
      ))}
    </PlainList>
  );
}

type NoticeProps = Omit<HTMLAttributes<HTMLElement>, "title"> & {
  as?: ElementType | undefined;
  tone?: "good" | "bad" | undefined;
  title?: ReactNode | undefined;
};

/** Something set apart from the text around it by a bar at its side: solid, or dashed for bad. */
export const Notice = (props: NoticeProps) => {
  const { as: Element = "div", tone, title, className, children, ...rest } = props;
  return (
    <Element className={classNames(styles.notice, className)} data-tone={tone} {...rest}>
      {title && <p className={styles.title}>{title}</p>}
      {children}
    </Element>
  );
};
