// Where to go from a case: the others, the lab without locks, and the case as an assignment.

import Link from "next/link";
import { assignmentOf, type Case, runOfCase } from "@/content/clinic/case";
import { cases } from "@/content/clinic/cases";
import { sitePath } from "@/content/site-path";
import { linkOf } from "@/labs/assignment/assignment-link";
import { labs } from "@/labs/catalog/labs";
import { pathOf } from "@/labs/run/link";
import styles from "./clinic.module.css";

/** The ways on from a case. */
export function CaseWays({ one }: { one: Case }) {
  const at = cases.indexOf(one);
  const next = cases[at + 1];
  return (
    <nav className={styles.ways} aria-label="On from here">
      <p>
        {next && (
          <>
            <Link href={`/clinic/${next.id}`} prefetch={false}>
              Next case: {next.title}
            </Link>{" "}
            ·{" "}
          </>
        )}
        <Link href="/clinic" prefetch={false}>
          All cases
        </Link>{" "}
        ·{" "}
        <a href={sitePath(pathOf(labs[one.lab], runOfCase(one)))}>
          The run in its lab, unlocked
        </a>
      </p>
      <p>
        To teach with it, send{" "}
        <a href={sitePath(linkOf(assignmentOf(one)))}>this case as an assignment</a>:
        learners hand in a receipt, and the cure is trained again.
      </p>
    </nav>
  );
}
