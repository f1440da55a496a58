import styles from "./lab.module.css";

/** Stands where a part of a lab could not be downloaded. */
export const Unloaded = () => (
  <p className={styles.fault} role="alert">
    This part of the lab could not be loaded. Reload the page once you are online again.
  </p>
);
