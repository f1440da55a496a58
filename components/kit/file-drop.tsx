"use client";
// Ways for the reader to hand over files: a button that opens the system's chooser, and a
// box to drop them in.
import { type ComponentProps, type DragEvent, useRef, useState } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";
import styles from "./file-drop.module.css";

type ButtonProps = Omit<ComponentProps<typeof Button>, "onClick"> & {
  /** The name of the hidden input, as in "A GIFT file". */
  label: string;
  /** The kinds of files that the chooser offers, as `accept` of an input. */
  accept?: string | undefined;
  /** One file, several, or all of a folder's. */
  takes?: "file" | "files" | "folder" | undefined;
  /** Called with at least one file; the same files may be chosen again. */
  onFiles(files: readonly File[]): void;
};

/** A button that opens the system's chooser of files. */
export function FileButton(props: ButtonProps) {
  const { label, accept, takes = "file", onFiles, ...button } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()} />
      <input
        ref={(element) => {
          input.current = element;
          if (element) element.webkitdirectory = takes === "folder";
        }}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={takes !== "file"}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}

type BoxProps = Omit<ComponentProps<"div">, "role" | "onDrop"> & {
  "aria-label": string;
  /** Whether something is held over it, where the whole page takes drops. */
  over?: boolean | undefined;
  /** Takes what is dropped into the box; left out where the whole page takes drops. */
  onFiles?(files: readonly File[]): void;
};

/** A group of controls, edged as a place to drop files. */
export function FileDrop({ over, onFiles, className, ...rest }: BoxProps) {
  const [held, setHeld] = useState(false);
  const drops = onFiles && {
    onDragOver(event: DragEvent) {
      event.preventDefault();
      setHeld(true);
    },
    onDragLeave: () => setHeld(false),
    onDrop(event: DragEvent) {
      setHeld(false);
      const files = [...event.dataTransfer.files];
      if (files.length === 0) return;
      event.preventDefault();
      onFiles(files);
    },
  };
  return (
    <div
      role="group"
      className={classNames(styles.drop, className)}
      data-over={over || held || undefined}
      {...drops}
      {...rest}
    />
  );
}
