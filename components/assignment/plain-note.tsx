import styles from "./note.module.css";

/** Markdown as it was typed. */
export const PlainNote = ({ markdown }: { markdown: string }) => (
  <p className={styles.plain}>{markdown}</p>
);
