// What is kept in each place, a table each.
import { ColumnHeads, ScrollTable } from "@/components/kit/scroll-table";
import { Code } from "@/components/kit/with-code";
import { type Kept, places } from "@/content/about/data-flow";
import styles from "./about.module.css";

const heads = ["What", "Until when", "Who sees it", "How it is deleted", "Named there"];

/** Each place with what it keeps; its heading can be linked to by the place's id. */
export const DataFlowTables = () =>
  places.map(({ id, title, says, kept }) => (
    <section key={id}>
      <h2 id={id}>{title}</h2>
      <p>{says}</p>
      <ScrollTable label={title} cells="words" height="whole" className={styles.table}>
        <ColumnHeads names={heads} />
        <tbody>
          {kept.map((one) => (
            <KeptRow key={one.what} {...one} />
          ))}
        </tbody>
      </ScrollTable>
    </section>
  ));

const KeptRow = ({ what, names, until, seenBy, deletedBy }: Kept) => (
  <tr>
    <th scope="row">{what}</th>
    <td>{until}</td>
    <td>{seenBy}</td>
    <td>{deletedBy}</td>
    <td>
      {names.map((name) => (
        <span key={name}>
          <Code>{name}</Code>{" "}
        </span>
      ))}
    </td>
  </tr>
);
