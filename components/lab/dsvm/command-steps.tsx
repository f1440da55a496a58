import { type CommandStep, shellText } from "@/content/dsvm/dsvm-commands";
import lab from "../lab.module.css";
import { CodeLines } from "./code-lines";
import styles from "./dsvm.module.css";
import { SourceNote } from "./source-note";

/** The commands step by step, each with what to look at. */
export function CommandSteps({ steps }: { steps: readonly CommandStep[] }) {
  return (
    <>
      <ol className={styles.steps} aria-label="Steps">
        {steps.map(({ title, says, lines, source }) => (
          <li key={title}>
            <h4>{title}</h4>
            <p>{says}</p>
            <CodeLines label={title} text={lines.join("\n")}>
              {source && <SourceNote name={source} />}
            </CodeLines>
          </li>
        ))}
      </ol>
      <CodeLines
        label="the commands"
        button="Copy all steps"
        text={shellText(steps)}
        shown={false}
      >
        <span>Paste them into a file to keep: the last step deletes everything.</span>
      </CodeLines>
      <p className={lab.small}>
        For bash and the Azure CLI on your own computer: a tunnel or a copied file ends
        where the command runs, and Azure’s Cloud Shell is not where your browser is. The
        options were checked against Azure CLI 2.45.0 on 23 November 2026, without an
        account; nothing here was bought. What a machine costs, Azure’s own calculator
        knows.
      </p>
    </>
  );
}
