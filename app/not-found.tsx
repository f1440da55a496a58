import Link from "next/link";
import { Site } from "@/components/site/site";
import styles from "@/components/site/site.module.css";

export default function NotFound() {
  return (
    <Site>
      <div className={styles.column}>
        <h1>There is no such page</h1>
        <p className={styles.lead}>
          The address may have a typing error. The <Link href="/#lessons">lessons</Link>{" "}
          and the <Link href="/labs">labs</Link> are still here.
        </p>
      </div>
    </Site>
  );
}
