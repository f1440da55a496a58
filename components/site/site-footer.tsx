import styles from "./site.module.css";

export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <p>
        Next Pass trains in your browser and keeps your answers there. No account, no
        tracking; nothing you do leaves the page.
      </p>
    </footer>
  );
}
