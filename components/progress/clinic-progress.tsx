import Link from "next/link";
import { PlainList } from "@/components/kit/layout";
import styles from "./progress.module.css";

/** A case of the clinic, with the names under which its question and its cure are kept. */
export type ClinicCase = {
  id: string;
  title: string;
  question: string;
  cured: string;
  tried: string;
};

type Props = {
  clinic: readonly ClinicCase[];
  /** The names that are kept. */
  held: ReadonlySet<string>;
};

/** The cases that the reader cured. */
export function ClinicProgress({ clinic, held }: Props) {
  const cured = clinic.filter((one) => held.has(one.cured));
  return (
    <>
      <p className={styles.words} data-cured={cured.length}>
        {cured.length} of {clinic.length} cases cured.{" "}
        <Link href="/clinic" prefetch={false}>
          To the clinic
        </Link>
      </p>
      <PlainList className={styles.rows}>
        {cured.map(({ id, title }) => (
          <li key={id}>
            <span className={styles.mark}>✓ cured</span>{" "}
            <Link href={`/clinic/${id}`} prefetch={false}>
              {title}
            </Link>
          </li>
        ))}
      </PlainList>
    </>
  );
}
