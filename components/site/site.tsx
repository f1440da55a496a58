import Link from "next/link";
import type { ReactNode } from "react";
import { ReviewLink } from "./review-link";
import styles from "./site.module.css";
import { ThemeSwitch } from "./theme-switch";

/** The header and the footer around the content of a page. */
export function Site({ children }: { children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <SiteHeader />
      <main id="content">{children}</main>
      <SiteFooter />
    </>
  );
}

/** The name of the site, its places and the theme. */
function SiteHeader() {
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

function SiteFooter() {
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
