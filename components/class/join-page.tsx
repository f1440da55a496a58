"use client";
import Link from "next/link";
import styles from "./class.module.css";
import { JoinForm } from "./join-form";
import { useIsKept, useJoinedClasses } from "./joined";
import { JoinedSection } from "./joined-section";
import { OutboxList } from "./outbox-list";

/** A learner's classes: joins one, shows what each asks for, hands in. */
export function JoinPage() {
  const classes = useJoinedClasses();
  const isKept = useIsKept();
  return (
    <div className={styles.stack}>
      {!isKept && (
        <p className={styles.wrong}>
          This browser keeps nothing for the site: it will have forgotten the class when
          you close this page.
        </p>
      )}
      <OutboxList />
      {classes.map((joined) => (
        <JoinedSection key={joined.classId + joined.learner} joined={joined} />
      ))}
      <JoinForm another={classes.length > 0} />
      <p>
        <Link href="/class/privacy">What is kept, and who sees it</Link>. Do you teach?{" "}
        <Link href="/class">Open a class</Link>.
      </p>
    </div>
  );
}
