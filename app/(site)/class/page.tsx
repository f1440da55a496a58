import type { Metadata } from "next";
import { ClassPage } from "@/components/class/teacher/class-page";
import styles from "@/components/site/site.module.css";

export const metadata: Metadata = {
  title: "Classes",
  description: "Open a class, and see what your learners hand in.",
  referrer: "no-referrer",
  robots: { index: false, follow: false },
};

export default function TeacherPage() {
  return (
    <div className={styles.column}>
      <ClassPage />
    </div>
  );
}
