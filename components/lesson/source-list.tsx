import { type Source, type SourceName, sources, writtenDate } from "@/content/sources";
import styles from "./lesson.module.css";

/** The publications a lesson cites, each with its date and when it was last read. */
export function SourceList({ names }: { names: readonly SourceName[] }) {
  return (
    <section className={styles.sources} aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ul>
        {names.map((name) => {
          const source: Source = sources[name];
          return (
            <li key={name} id={`source-${name}`}>
              {source.publisher}, <a href={source.url}>{source.title}</a>,{" "}
              {writtenDate(source.dated)}; read {writtenDate(source.checkedOn)}.
            </li>
          );
        })}
      </ul>
    </section>
  );
}
