"use client";
import { useState } from "react";
import { Button } from "./button";
import { TextArea } from "./field";
import { Row, Stack } from "./layout";
import { Status } from "./status";

type Props = {
  /** As in "The link". */
  label: string;
  text: string;
  /** The words of the button. */
  button: string;
  /** Said once the text was copied. */
  done: string;
  /** Called as it is copied, by the button or by the reader's own hand. */
  onCopied?: (() => void) | undefined;
};

/** A text to send on: to be copied by its button, or selected. */
export function CopyText({ label, text, button, done, onCopied }: Props) {
  const { copy, told } = useCopy(
    "The browser did not allow copying; select the text and copy it.",
  );
  async function press() {
    await copy(text, done);
    onCopied?.();
  }
  return (
    <Stack>
      <TextArea
        label={label}
        code
        readOnly
        rows={3}
        value={text}
        onFocus={({ target }) => target.select()}
        onCopy={onCopied}
      />
      <Row>
        <Button onClick={press}>{button}</Button>
        <Status>{told}</Status>
      </Row>
    </Stack>
  );
}

/**
 * Copies text for the reader to paste; `told` is then the text `done`, or
 * `refused` where the browser did not allow it.
 */
export function useCopy(refused: string) {
  const [told, setTold] = useState("");
  async function copy(text: string, done: string) {
    try {
      await navigator.clipboard.writeText(text);
      setTold(done);
    } catch {
      setTold(refused);
    }
  }
  return { copy, told };
}
