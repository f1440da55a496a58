import lab from "../lab.module.css";
import { CodeLines } from "./code-lines";
import styles from "./dsvm.module.css";
import { SourceNote } from "./source-note";

/** How to run the notebook, on a DSVM and elsewhere. */
export function NotebookSteps() {
  return (
    <details className={lab.more}>
      <summary>How to run it</summary>
      <div className={styles.part}>
        <h4>On a DSVM with Ubuntu</h4>
        <p>
          The machine runs JupyterHub on port 8000. Sign in, upload the file, open it, and
          choose Run All; a GPU is used where PyTorch finds one. The commands that lead
          there stand under “Get the machine” in the lab{" "}
          <a href="/labs/dsvm" target="_blank" rel="noopener">
            From the lab to a DSVM
          </a>
          . <SourceNote name="dsvm-ubuntu" />
        </p>
        <h4>On any machine with Python</h4>
        <p>
          PyTorch 1.13 or newer; matplotlib draws the curve, and without it there is a
          table.
        </p>
        <CodeLines
          label="Python"
          text={
            "pip install torch notebook matplotlib\njupyter notebook next-pass-*.ipynb"
          }
        />
        <p>
          Expect it to be slower than this page: the notebook is written to be read, and a
          network this small gives a GPU next to nothing to do.
        </p>
      </div>
    </details>
  );
}
