import Link from "next/link";
import styles from "./site.module.css";

export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <p>
        Next Pass trains in your browser and keeps your answers there. No account, no
        tracking; nothing you do leaves the page unless you hand it in.
      </p>
      <nav aria-label="Teaching">
        <p>
          Teach:{" "}
          <Link href="/assign" prefetch={false}>
            Assign a lab
          </Link>{" "}
          ·{" "}
          <Link href="/receipt" prefetch={false}>
            Check receipts
          </Link>{" "}
          ·{" "}
          <Link href="/class" prefetch={false}>
            Classes
          </Link>{" "}
          ·{" "}
          <Link href="/questions" prefetch={false}>
            Questions to take along
          </Link>
        </p>
        <p>
          <Link href="/class/join" prefetch={false}>
            Join a class
          </Link>
        </p>
      </nav>
    </footer>
  );
}
