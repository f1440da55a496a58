import Link from "next/link";
import { type Term, termId, terms } from "@/content/terms";
import styles from "./glossary.module.css";

type Lesson = { slug: string; title: string };

const byName = terms.toSorted((one, other) => one.term.localeCompare(other.term, "en"));

/** Every term of the course from A to Z, with its other names and its lesson. */
export const Glossary = ({ lessons }: { lessons: readonly Lesson[] }) => (
  <dl className={styles.glossary}>
    {byName.map((term) => (
      <Entry key={term.term} term={term} lessons={lessons} />
    ))}
  </dl>
);

function Entry({ term, lessons }: { term: Term; lessons: readonly Lesson[] }) {
  const at = lessons.findIndex(({ slug }) => slug === term.lesson);
  return (
    <div id={termId(term.term)}>
      <dt>{term.term}</dt>
      <dd>{term.means}</dd>
      <dd className={styles.more}>
        {term.also.length > 0 && <span>Elsewhere: {term.also.join(", ")}. </span>}
        <Link href={`/lessons/${term.lesson}#${termId(term.term)}`} prefetch={false}>
          <span className="visually-hidden">{term.term} in </span>
          Lesson {at + 1}: {lessons[at]?.title}
        </Link>
      </dd>
    </div>
  );
}
