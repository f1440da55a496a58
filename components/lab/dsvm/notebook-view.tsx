"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Disclosure } from "@/components/kit/disclosure";
import { download } from "@/components/kit/download";
import { Row, Stack } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import type { LabState } from "@/components/lab/training/lab-state";
import type { Side } from "@/components/lab/training/side";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { siteAddress, sitePath } from "@/content/site-path";
import { type Notebook, notebookOf } from "@/labs/notebook/notebook";
import { pathOf } from "@/labs/run/link";
import { CodeLines } from "./code-lines";
import styles from "./dsvm.module.css";
import { SourceNote } from "./source-note";

/** The notebook of a side, with the lab's curve where there is one. */
function makeNotebook({ lab }: LabState, side: Side): Notebook {
  const { run, passes, ended } = side;
  return notebookOf(run, {
    link: siteAddress(pathOf(lab, run)),
    seen: passes.length > 1 ? passes : null,
    diverged: ended === "diverged",
  });
}

/** Take this run with you: a Jupyter notebook that trains it anew. */
export function NotebookView({ state, side }: ViewProps) {
  const [news, setNews] = useState<{ side: Side; says: string } | null>(null);
  const trained = (side.passes.at(-1)?.pass ?? 0) > 0;
  function save() {
    const notebook = makeNotebook(state, side);
    if ("refused" in notebook) return setNews({ side, says: notebook.refused });
    download(notebook.name, notebook.text, "application/x-ipynb+json");
    const size = Math.ceil(notebook.text.length / 1000);
    setNews({ side, says: `${notebook.name} is on its way to you: ${size} kB.` });
  }
  return (
    <Stack role="group" aria-label="Notebook of this run">
      <h3>Take this run with you</h3>
      <p>
        A Jupyter notebook for PyTorch with the same examples, the same initial weights
        and the same batches in the same order. Layers, gradient and optimizer are
        PyTorch’s own, so that the notebook checks the lab:{" "}
        {trained
          ? "it carries the lab’s curve, and tells the largest difference."
          : "train here first, and it carries the lab’s curve to compare."}
      </p>
      <Row>
        <Button onClick={save}>Download the notebook</Button>
        <Status>{news?.side.run === side.run ? news.says : ""}</Status>
      </Row>
      <NotebookSteps />
    </Stack>
  );
}

/** How to run the notebook, on a DSVM and elsewhere. */
function NotebookSteps() {
  return (
    <Disclosure summary="How to run it">
      <Stack className={styles.howTo}>
        <h4>On a DSVM with Ubuntu</h4>
        <p>
          The machine runs JupyterHub on port 8000. Sign in, upload the file, open it, and
          choose Run All; a GPU is used where PyTorch finds one. The commands that lead
          there stand under “Get the machine” in the lab{" "}
          <a href={sitePath("/labs/dsvm")} target="_blank" rel="noopener">
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
      </Stack>
    </Disclosure>
  );
}
