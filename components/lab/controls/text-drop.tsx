"use client";
import {
  type ChangeEvent,
  type ClipboardEvent,
  type DragEvent,
  useId,
  useRef,
  useState,
} from "react";
import { decodedText, sizeProblem } from "@/labs/own/own-text";
import styles from "./text-drop.module.css";

type Props = {
  /** What the text is, as in "Your series". */
  label: string;
  /** What it must look like, as one or two sentences. */
  hint: string;
  placeholder: string;
  /** The files that the choice offers, as `accept` of an input. */
  accept?: string;
  /**
   * Takes a text that the reader pasted or the text of a file, whose name is given. What
   * it returns is shown as the one problem; null where there is none.
   */
  onText(text: string, name: string | null): string | null;
};

/** A text to paste, a file to choose or to drop; at most `mostText` of it is read. */
export function TextDrop(props: Props) {
  const { label, hint, placeholder, accept = ".csv,.tsv,.txt,text/*", onText } = props;
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  // Only the file asked for last is taken: reading may take a while.
  const asked = useRef(0);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [over, setOver] = useState(false);

  async function take(file: File) {
    asked.current += 1;
    const mine = asked.current;
    const large = sizeProblem(`The file “${file.name}”`, file.size);
    if (large) return setProblem(large);
    const bytes = await file.arrayBuffer().catch(() => null);
    if (mine !== asked.current) return;
    const unread = `The file “${file.name}” could not be read.`;
    setProblem(bytes ? onText(decodedText(bytes), file.name) : unread);
  }
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (file) void take(file);
    event.target.value = "";
  }
  function drop(event: DragEvent) {
    setOver(false);
    const { files } = event.dataTransfer;
    if (files.length === 0) return;
    event.preventDefault();
    if (files.length > 1) setProblem("Several files were dropped: drop one.");
    else if (files[0]) void take(files[0]);
  }
  function paste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData("text");
    const large = sizeProblem("The pasted text", pasted.length);
    if (!large) return;
    event.preventDefault();
    setProblem(large);
  }
  function read() {
    asked.current += 1;
    setProblem(sizeProblem("The text", text.length) ?? onText(text, null));
  }

  return (
    <div
      role="group"
      aria-label={label}
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
      <textarea
        id={id}
        aria-describedby={`${id}-hint ${id}-problem`}
        aria-invalid={problem !== null}
        {...{ placeholder }}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={paste}
      />
      <div className={styles.ways}>
        <button type="button" onClick={read}>
          Use this text
        </button>
        <button type="button" onClick={() => chooser.current?.click()}>
          Choose a file…
        </button>
        <span className={styles.hint}>or drop one here</span>
      </div>
      <input ref={chooser} type="file" hidden {...{ accept }} onChange={choose} />
      <p id={`${id}-problem`} role="status" className={styles.problem}>
        {problem}
      </p>
    </div>
  );
}
