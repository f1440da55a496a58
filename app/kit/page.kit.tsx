// Every piece of the kit in every state, by day and by night. The route is there while
// developing and in the build that the tests look at: see `pageExtensions`.
import type { Metadata } from "next";
import styles from "./kit.module.css";
import { KitPieces } from "./kit-pieces";

export const metadata: Metadata = { title: "The kit", robots: { index: false } };

export default function KitPage() {
  return (
    <main className={styles.page}>
      <h1>The kit</h1>
      <div className={styles.themes}>
        {(["light", "dark"] as const).map((theme) => (
          <section key={theme} data-theme={theme} aria-label={`In the ${theme} theme`}>
            <KitPieces />
          </section>
        ))}
      </div>
    </main>
  );
}
