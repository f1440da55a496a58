import Link from "next/link";
import { ReviewLink } from "./review-link";
import styles from "./site.module.css";
import { ThemeSwitch } from "./theme-switch";

/** The name of the site, its places and the theme. */
export function SiteHeader() {
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.name}>
        <svg viewBox="0 0 32 24" aria-hidden="true">
          <path d="M3 3c3 12 10 16 26 17" />
          <circle cx="5.6" cy="10" r="3" className={styles.orange} />
          <circle cx="20" cy="18.8" r="3" className={styles.blue} />
        </svg>
        Next Pass
      </Link>
      <nav aria-label="Site">
        <Link href="/#lessons">Lessons</Link>
        <Link href="/labs">Labs</Link>
        <Link href="/progress" prefetch={false}>
          Progress
        </Link>
        <ReviewLink />
        <Link href="/assign" prefetch={false}>
          Teach
        </Link>
      </nav>
      <ThemeSwitch />
    </header>
  );
}
