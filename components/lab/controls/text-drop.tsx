"use client";
import { type ClipboardEvent, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import { TextArea } from "@/components/kit/field";
import { FileButton, FileDrop } from "@/components/kit/file-drop";
import { Row, Small } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { sizeProblem, textIn } from "@/components/kit/text-file";

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
   * Returns the one problem that is shown; null where there is none; or several ways to
   * read the text, of which the reader chooses.
   */
  onText(text: string, name: string | null): Taking | readonly Meaning[];
};

/** The problem with what was taken, or null. */
type Taking = string | null;

/** One way to read a text, in words, and what takes it so. */
export type Meaning = { says: string; take(): Taking };

const ask = "This can be read in several ways. Which one is meant?";

/** A text to paste, a file to choose or to drop; at most `mostText` of it is read. */
export function TextDrop(props: Props) {
  const { label, hint, placeholder, accept = ".csv,.tsv,.txt,text/*", onText } = props;
  // Only the file asked for last is taken: reading may take a while.
  const asked = useRef(0);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<Taking>(null);
  const [meanings, setMeanings] = useState<readonly Meaning[]>([]);
  const [encoding, setEncoding] = useState("");

  function taken(result: Taking | readonly Meaning[]) {
    const asks = typeof result === "object" && result !== null;
    setMeanings(asks ? result : []);
    setProblem(asks ? null : result);
    setEncoding("");
  }

  async function take(files: readonly File[]) {
    const [file] = files;
    if (!file) return;
    if (files.length > 1) return taken("Several files were dropped: drop one.");
    asked.current += 1;
    const mine = asked.current;
    const read = await textIn(file);
    if (mine !== asked.current) return;
    if ("problem" in read) return taken(read.problem);
    taken(onText(read.text, file.name));
    setEncoding(read.says);
  }
  function paste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData("text");
    const large = sizeProblem("The pasted text", pasted.length);
    if (!large) return;
    event.preventDefault();
    taken(large);
  }
  function read() {
    asked.current += 1;
    taken(sizeProblem("The text", text.length) ?? onText(text, null));
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
      <Status>
        {[encoding, meanings.length > 0 ? ask : ""].filter(Boolean).join(" ")}
      </Status>
      <Row>
        {meanings.map(({ says, take }) => (
          <Button key={says} onClick={() => taken(take())}>
            {says}
          </Button>
        ))}
      </Row>
    </FileDrop>
  );
}
