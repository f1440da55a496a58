// The criteria of WCAG, a table for each principle.
import { Fragment } from "react";
import { classNames } from "@/components/kit/class-names";
import { ColumnHeads, ScrollTable } from "@/components/kit/scroll-table";
import { Code } from "@/components/kit/with-code";
import axeRules from "@/content/about/axe-rules.json";
import { type Conformance, type Criterion, principles } from "@/content/about/criteria";
import styles from "./about.module.css";

/** As the form for such reports calls them. */
export const conformanceWords: Record<Conformance, string> = {
  supports: "Supports",
  partly: "Partially supports",
  fails: "Does not support",
  none: "Not applicable",
};

const heads = ["Criterion", "Conformance", "In words", "Shown by"];

export const CriteriaTables = () =>
  principles.map(({ name, criteria }) => (
    <section key={name}>
      <h2 id={name.toLowerCase()}>{name}</h2>
      <ScrollTable
        label={name}
        cells="words"
        height="whole"
        className={classNames(styles.table, styles.criteria)}
      >
        <ColumnHeads names={heads} />
        <tbody>
          {criteria.map((criterion) => (
            <CriterionRow key={criterion.id} {...criterion} />
          ))}
        </tbody>
      </ScrollTable>
    </section>
  ));

const rulesOf: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(axeRules.rules),
);

function CriterionRow({ id, name, level, conformance, says, tests, looked }: Criterion) {
  const rules = rulesOf.get(id) ?? [];
  return (
    <tr data-criterion={id} data-conformance={conformance}>
      <th scope="row">
        {id} {name} ({level})
      </th>
      <td>{conformanceWords[conformance]}</td>
      <td>{says}</td>
      <td>
        <ul className={styles.shown}>
          {tests.map(({ file, title }) => (
            <li key={title}>
              “{title}” (
              <Code>
                {file.split("/").map((part, at) => (
                  <Fragment key={part}>
                    {at > 0 && (
                      <>
                        /<wbr />
                      </>
                    )}
                    {part}
                  </Fragment>
                ))}
              </Code>
              )
            </li>
          ))}
          {rules.length > 0 && (
            <li>
              axe: <Code>{rules.join(" ")}</Code>
            </li>
          )}
          {looked !== null && <li>Looked at by hand on {looked}</li>}
        </ul>
      </td>
    </tr>
  );
}
