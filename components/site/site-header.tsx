import Link from "next/link";
import { ReviewLink } from "./review-link";
import { SearchButton } from "./search-button";
import styles from "./site-header.module.css";
import { SiteMenu } from "./site-menu";
import { ThemeSwitch } from "./theme-switch";

/** The name of the site, its places, the theme and the search, in one line. */
export const SiteHeader = () => (
  <header className={styles.bar}>
    <div className={styles.header}>
      <Link href="/" prefetch={false} className={styles.name}>
        <svg viewBox="0 0 32 24" aria-hidden="true">
          <path d="M3 3c3 12 10 16 26 17" />
          <circle cx="5.6" cy="10" r="3" className={styles.orange} />
          <circle cx="20" cy="18.8" r="3" className={styles.blue} />
        </svg>
        <span translate="no">Next Pass</span>
      </Link>
      <SiteMenu>
        <nav aria-label="Site">
          <Link href="/#lessons" prefetch={false}>
            Lessons
          </Link>
          <Link href="/labs" prefetch={false}>
            Labs
          </Link>
          <Link href="/clinic" prefetch={false}>
            Clinic
          </Link>
          <Link href="/progress" prefetch={false}>
            Progress
          </Link>
          <ReviewLink />
          <Link href="/assign" prefetch={false}>
            Teach
          </Link>
        </nav>
        <ThemeSwitch />
      </SiteMenu>
      <SearchButton />
    </div>
  </header>
);
