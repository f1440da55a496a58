import { Disclosure } from "@/components/kit/disclosure";
import { Stack } from "@/components/kit/layout";
import { PlainTable } from "@/components/kit/scroll-table";
import styles from "./format-notes.module.css";
import { formatNames, formats } from "./formats";

type Props = {
  /** A kind by its name, and what becomes of it in each format. */
  kinds: readonly {
    name: string;
    fates: readonly { format: keyof typeof formats; says: string }[];
  }[];
};

/** What each format is for, and what it keeps of each kind of question. */
export const FormatNotes = ({ kinds }: Props) => (
  <Stack className={styles.notes}>
    <ul>
      {formatNames.map((format) => (
        <li key={format}>
          <strong>{formats[format].name}.</strong> {formats[format].says}
        </li>
      ))}
    </ul>
    <p>
      The files are held against readers written from the standards alone, not in each
      system: try one lesson first.
    </p>
    <Disclosure summary="What each format keeps of each kind of question">
      <FateTable kinds={kinds} />
    </Disclosure>
  </Stack>
);

/** On a narrow screen each kind is a list of formats. */
const FateTable = ({ kinds }: Props) => (
  <PlainTable cells="words" className={styles.fates} aria-label="What each format keeps">
    <thead>
      <tr>
        <th scope="col">Kind</th>
        {kinds[0]?.fates.map(({ format }) => (
          <th key={format} scope="col">
            {formats[format].name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {kinds.map(({ name, fates }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {fates.map(({ format, says }) => (
            <td key={format} data-kept={says === "kept" || undefined}>
              <span className={styles.format} aria-hidden="true">
                {formats[format].name}
              </span>
              {says}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </PlainTable>
);
