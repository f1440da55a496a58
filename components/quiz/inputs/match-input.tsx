import { WithCode } from "@/components/kit/with-code";
import { feedbackId, type InputProps, judgementOf, PartFeedback } from "./input-feedback";
import styles from "./inputs.module.css";

/** A text in a list that opens, which cannot set code. */
const plain = (text: string) => text.replaceAll("`", "");

/** Items on the left, each with a list of targets that it can belong to. */
export function MatchInput(props: InputProps) {
  const { presented, answer, feedback, locked, name, onAnswer } = props;
  const chosen = answer.kind === "matched" ? answer.to : new Map<string, string>();
  const choose = (part: string, target: string) => {
    const others = [...chosen].filter(([id]) => id !== part);
    const own: [string, string][] = target === "" ? [] : [[part, target]];
    onAnswer({ kind: "matched", to: new Map([...others, ...own]) });
  };
  return (
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
                {presented.targets.map((target) => (
                  <option key={target.id} value={target.id}>
                    {plain(target.text)}
                  </option>
                ))}
              </select>
            </label>
            <PartFeedback {...of} words={["Right", "Not this one"]} />
          </li>
        );
      })}
    </ul>
  );
}
