import styles from "./with-code.module.css";

/** Plain text in which `backticks` set code. Its lines are kept, and those of its code. */
export function WithCode({ text }: { text: string }) {
  return (
    <span className={styles.text}>
      {text.split("`").map((part, index) => {
        const place = `${index}-${part}`;
        return index % 2 ? <code key={place}>{part}</code> : part;
      })}
    </span>
  );
}
