import { WithCode } from "@/components/kit/with-code";
import { letterAt } from "@/labs/arithmetic/number-text";
import { feedbackId, type InputProps, judgementOf, PartFeedback } from "./input-feedback";
import styles from "./inputs.module.css";

/** A text in a list that opens, which cannot set code. */
const plain = (text: string) => text.replaceAll("`", "");

/** The longest text, in characters, that such a list shows whole on a narrow screen. */
const longest = 24;

/** Items on the left, each with a list of targets that it can belong to. */
export function MatchInput(props: InputProps) {
  const { presented, answer, feedback, locked, name, onAnswer } = props;
  const chosen = answer.kind === "matched" ? answer.to : new Map<string, string>();
  const choose = (part: string, target: string) => {
    const others = [...chosen].filter(([id]) => id !== part);
    const own: [string, string][] = target === "" ? [] : [[part, target]];
    onAnswer({ kind: "matched", to: new Map([...others, ...own]) });
  };
  // Longer texts stand above, and the lists name them by their letters.
  const lettered = presented.targets.some(({ text }) => text.length > longest);
  const options = presented.targets.map(({ id, text }, at) => ({
    id,
    says: lettered ? `${letterAt(at)}: ${plain(text)}` : plain(text),
  }));
  return (
    <>
      {lettered && (
        <ol className={styles.targets}>
          {presented.targets.map(({ id, text }) => (
            <li key={id}>
              <WithCode text={text} />
            </li>
          ))}
        </ol>
      )}
      <ul className={styles.match}>
        {presented.parts.map(({ id, text }) => {
          const of = { feedback, name, part: id };
          return (
            <li key={id} className={styles.part} data-judged={judgementOf(of)}>
              <label>
                <WithCode text={text} />
                <select
                  value={chosen.get(id) ?? ""}
                  disabled={locked}
                  aria-describedby={feedbackId(of)}
                  onChange={(event) => choose(id, event.target.value)}
                >
                  <option value="">Choose…</option>
                  {options.map((option) => (
                    <option key={option.id} value={option.id}>
                      {option.says}
                    </option>
                  ))}
                </select>
              </label>
              <PartFeedback {...of} words={["Right", "Not this one"]} />
            </li>
          );
        })}
      </ul>
    </>
  );
}
