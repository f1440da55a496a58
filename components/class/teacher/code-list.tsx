"use client";
// Codes of learners' own, which the server gives once: to be printed, copied or saved.
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import { useCopy } from "@/components/kit/copy-text";
import { download } from "@/components/kit/download";
import { Row, Stack } from "@/components/kit/layout";
import { ColumnHeads, ScrollTable } from "@/components/kit/scroll-table";
import { Status } from "@/components/kit/status";
import { csvName } from "@/components/receipt/receipt-csv";
import { siteAddress } from "@/content/site-path";
import { csvText } from "@/labs/arithmetic/csv";
import { counted } from "@/labs/arithmetic/number-text";
import styles from "./code-list.module.css";

/** A learner and the code that is theirs alone. */
export type LearnerCode = {
  learner: string;
  name: string;
  code: string;
  section?: string | null;
};

type Props = { codes: readonly LearnerCode[]; onKept(): void };

/** The codes with the ways to keep them, until the reader says that they are kept. */
export function CodeList({ codes, onKept }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  const [printing, setPrinting] = useState(false);
  const { copy, told } = useCopy(
    "The browser did not allow copying; save the list instead.",
  );
  const href = siteAddress("/class/join");
  const withSections = codes.some(({ section }) => section);

  useEffect(() => {
    if (codes.length > 0) title.current?.focus();
  }, [codes]);

  useEffect(() => {
    if (!printing) return;
    const printed = () => setPrinting(false);
    window.addEventListener("afterprint", printed);
    window.print();
    return () => window.removeEventListener("afterprint", printed);
  }, [printing]);

  const save = () => {
    const rows = codes.map(({ name, section, code }) => [name, section ?? "", code]);
    const text = csvText([["name", "section", "code"], ...rows], "\r\n");
    // Without the mark Excel misreads names.
    download(csvName("codes", new Date()), `\ufeff${text}`, "text/csv");
  };

  return (
    <Stack
      as="section"
      className={styles.codes}
      aria-labelledby="codes"
      data-printing={printing || undefined}
    >
      <h2 id="codes" ref={title} tabIndex={-1}>
        {codes.length === 1
          ? `The code of ${codes[0]?.name}`
          : `The codes of ${counted(codes.length, "learner")}`}
      </h2>
      <p>
        On the page <a href={href}>{href}</a> a code lets its learner in, on each of their
        devices, and back in.
      </p>
      <p className={styles.controls}>
        They are shown only now; a lost one is replaced by another.
      </p>
      <ScrollTable label="Codes of learners" cells="words">
        <ColumnHeads names={["Learner", withSections && "Section", "Code"]} />
        <tbody>
          {codes.map(({ learner, name, section, code }) => (
            <tr key={learner}>
              <th scope="row">{name}</th>
              {withSections && <td>{section}</td>}
              <td className={styles.code} data-learner-code translate="no">
                {code}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <Row className={styles.controls}>
        <Button look="primary" onClick={() => setPrinting(true)}>
          {codes.length === 1 ? "Print it" : "Print the list"}
        </Button>
        <Button onClick={() => copy(textOf(codes), "Copied: names and codes.")}>
          {codes.length === 1 ? "Copy it" : "Copy the list"}
        </Button>
        <Button onClick={save}>Save as CSV</Button>
        <Button onClick={onKept}>
          {codes.length === 1 ? "I have kept it" : "I have kept them"}
        </Button>
        <Status>{told}</Status>
      </Row>
    </Stack>
  );
}

/** A line each, as spreadsheets take it from the clipboard. */
const textOf = (codes: readonly LearnerCode[]) =>
  codes.map(({ name, code }) => `${name}\t${code}`).join("\n");
