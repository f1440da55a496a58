"use client";
import { type ClipboardEvent, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import { TextArea } from "@/components/kit/field";
import { FileButton, FileDrop } from "@/components/kit/file-drop";
import { Row, Small } from "@/components/kit/layout";
import { decodedText, sizeProblem } from "@/labs/data/read-csv";

type Props = {
  /** As in "Your series". */
  label: string;
  /** How it must look, in one or two sentences. */
  hint: string;
  placeholder: string;
  /** The files that the choice offers, as `accept` of an input. */
  accept?: string;
  /**
   * Takes a text that the reader pasted or the text of a file, whose name is given.
   * Returns the one problem that is shown; null where there is none.
   */
  onText(text: string, name: string | null): string | null;
};

/** A text to paste, a file to choose or to drop; at most `mostText` of it is read. */
export function TextDrop(props: Props) {
  const { label, hint, placeholder, accept = ".csv,.tsv,.txt,text/*", onText } = props;
  // Only the file asked for last is taken: reading may take a while.
  const asked = useRef(0);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  async function take(files: readonly File[]) {
    const [file] = files;
    if (!file) return;
    if (files.length > 1) return setProblem("Several files were dropped: drop one.");
    asked.current += 1;
    const mine = asked.current;
    const large = sizeProblem(`The file “${file.name}”`, file.size);
    if (large) return setProblem(large);
    const bytes = await file.arrayBuffer().catch(() => null);
    if (mine !== asked.current) return;
    const unread = `The file “${file.name}” could not be read.`;
    setProblem(bytes ? onText(decodedText(bytes), file.name) : unread);
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
    <FileDrop aria-label={label} onFiles={take}>
      <TextArea
        code
        {...{ label, hint, problem, placeholder }}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onPaste={paste}
      />
      <Row>
        <Button onClick={read}>Use this text</Button>
        <FileButton label={`${label}: a file`} {...{ accept }} onFiles={take}>
          Choose a file…
        </FileButton>
        <Small as="span">or drop one here</Small>
      </Row>
    </FileDrop>
  );
}
