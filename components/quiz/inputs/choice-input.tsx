import { WithCode } from "@/components/kit/with-code";
import { chosenIn } from "@/content/quiz/kinds/choice";
import { feedbackId, type InputProps, judgementOf, PartFeedback } from "./input-feedback";
import styles from "./inputs.module.css";

/** Options to tick: one of them. Those judged say why they are right or wrong. */
export const OneInput = (props: InputProps) => <Options {...props} many={false} />;

/** Options to tick: as many as one likes. */
export const SeveralInput = (props: InputProps) => <Options {...props} many />;

function Options(props: InputProps & { many: boolean }) {
  const { presented, answer, feedback, locked, marked, name, many, onAnswer } = props;
  const ticked = chosenIn(answer) ?? [];
  const toggled = (id: string) => {
    if (!many) return [id];
    return ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id];
  };
  return (
    <ul className={styles.options}>
      {presented.parts.map(({ id, text }) => {
        const of = { feedback, name, part: id };
        return (
          <li key={id} className={styles.part} data-judged={judgementOf(of)}>
            <label>
              <input
                type={many ? "checkbox" : "radio"}
                name={name}
                checked={ticked.includes(id)}
                aria-disabled={locked}
                aria-describedby={marked ? undefined : feedbackId(of)}
                onChange={() =>
                  locked || onAnswer({ kind: "ticked", options: toggled(id) })
                }
              />
              <WithCode text={text} />
            </label>
            {!marked && <PartFeedback {...of} />}
          </li>
        );
      })}
    </ul>
  );
}
