import type { Metadata } from "next";
import { AssignmentMaker } from "@/components/assignment/make/workshop";
import styles from "@/components/site/site.module.css";
import { readAskedLessons } from "@/content/lesson/lesson";

export const metadata: Metadata = {
  title: "Assign a lab",
  description: "Arrange a lab, say what is asked, and send it as a link.",
};

export default async function AssignPage() {
  const lessons = await readAskedLessons();
  return (
    <div className={styles.column}>
      <h1>Assign a lab</h1>
      <p className={styles.lead}>
        Arrange a lab, say what is asked, and send the link: it is the whole assignment.
        Neither you nor your learners need an account.
      </p>
      <AssignmentMaker lessons={lessons} />
    </div>
  );
}
