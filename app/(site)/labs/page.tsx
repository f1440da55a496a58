import type { Metadata } from "next";
import Link from "next/link";
import styles from "@/components/site/site.module.css";
import { labs } from "@/labs/catalog/labs";
import { datasets } from "@/labs/dataset";

export const metadata: Metadata = {
  title: "Labs",
  description: "Every lab of the course, to open full width.",
};

export default function LabsPage() {
  return (
    <div className={styles.column}>
      <h1>Labs</h1>
      <p className={styles.lead}>
        Each lab is a question and a network to answer it with. It trains in this page,
        and its address holds every setting: send it, and somebody else gets your very
        run.
      </p>
      <ol className={styles.list}>
        {Object.values(labs).map(({ id, title, question, claims, start }) => (
          <li key={id}>
            <Link href={`/labs/${id}`}>{title}</Link>
            <p>{question}</p>
            <p className={styles.small}>
              {start.data === "own"
                ? `${start.own.length} points`
                : datasets[start.data].label}{" "}
              · {claims.length} claims to train
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
