import type { ComponentProps, ReactNode, Ref } from "react";
import styles from "./panel-part.module.css";

type Props = Omit<ComponentProps<"section">, "title"> & {
  title: ReactNode;
  /** Of the title, which then can take the focus. */
  titleId?: string | undefined;
  titleRef?: Ref<HTMLHeadingElement> | undefined;
};

/** One part of an assignment's panel, under a line and its title. */
export const PanelPart = ({ title, titleId, titleRef, children, ...rest }: Props) => (
  <section className={styles.part} {...rest}>
    <h4 id={titleId} ref={titleRef} tabIndex={titleId === undefined ? undefined : -1}>
      {title}
    </h4>
    {children}
  </section>
);
