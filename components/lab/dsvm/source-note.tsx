import { Small } from "@/components/kit/layout";
import { type Source, type SourceName, sources, writtenDate } from "@/content/sources";
import styles from "./dsvm.module.css";

/** The source of a fact: its publication, that one's date, and the day it was read. */
export function SourceNote({ name }: { name: SourceName }) {
  const { url, title, publisher, dated, checkedOn }: Source = sources[name];
  return (
    <Small as="span" className={styles.source}>
      {publisher}, <a href={url}>{title}</a>, {writtenDate(dated)}; read{" "}
      {writtenDate(checkedOn)}.
    </Small>
  );
}
