// Pages and their parts in the columns of the site.
import type { ReactNode } from "react";
import styles from "./site.module.css";

type PageProps = {
  /** Left out where the content bears the page's title. */
  title?: string;
  /** A sentence or two on what the page is for. */
  lead?: ReactNode;
  /** A sentence on what the page cannot do without JavaScript, read where there is none. */
  without?: string;
  /** Whether the content takes less room above it, as a lab does. */
  tight?: boolean;
  children?: ReactNode;
};

/** The content of a page: its title, what it is for, and the rest. */
export const Page = ({ title, lead, without, tight, children }: PageProps) => (
  <div className={tight ? styles.tight : styles.column}>
    {title && <h1>{title}</h1>}
    {lead && <p className={styles.lead}>{lead}</p>}
    {without && (
      <noscript>
        <p>{without}</p>
      </noscript>
    )}
    {children}
  </div>
);
