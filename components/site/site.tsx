import Link from "next/link";
import type { ReactNode } from "react";
import { LateNotice } from "@/components/offline/late-notice";
import styles from "./site.module.css";
import { SiteHeader } from "./site-header";

/** The header and the footer around the content of a page. */
export function Site({ children }: { children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <SiteHeader />
      <main id="content" className={styles.content}>
        {children}
      </main>
      <SiteFooter />
      <LateNotice />
    </>
  );
}

function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <p>
        Next Pass trains in your browser and keeps your answers there. No account, no
        tracking; nothing you do leaves the page unless you hand it in.
      </p>
      <nav aria-label="More">
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
          </Link>{" "}
          ·{" "}
          <Link href="/glossary" prefetch={false}>
            Glossary
          </Link>{" "}
          ·{" "}
          <Link href="/offline" prefetch={false}>
            Keep the course offline
          </Link>
        </p>
        <p>
          About:{" "}
          <Link href="/about/privacy" prefetch={false}>
            What is kept
          </Link>{" "}
          ·{" "}
          <Link href="/about/accessibility" prefetch={false}>
            Accessibility
          </Link>
        </p>
      </nav>
    </footer>
  );
}
