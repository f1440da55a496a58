import type { ComponentProps } from "react";
import styles from "./with-code.module.css";

/** Code in a line of text, which no browser translates. */
export const Code = (props: ComponentProps<"code">) => <code translate="no" {...props} />;

/** Plain text in which `backticks` set code. Its lines are kept, and those of its code. */
export function WithCode({ text }: { text: string }) {
  return (
    <span className={styles.text}>
      {text.split("`").map((part, index) => {
        const place = `${index}-${part}`;
        return index % 2 ? <Code key={place}>{part}</Code> : part;
      })}
    </span>
  );
}
