import { type Source, type SourceName, sources, writtenDate } from "@/content/sources";
import styles from "./dsvm.module.css";

/** Where a fact comes from: its publication, that one's date, and when it was read. */
export function SourceNote({ name }: { name: SourceName }) {
  const { url, title, publisher, dated, checkedOn }: Source = sources[name];
  return (
    <span className={styles.source}>
      {publisher}, <a href={url}>{title}</a>, {writtenDate(dated)}; read{" "}
      {writtenDate(checkedOn)}.
    </span>
  );
}
