"use client";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/kit/button";
import { Card, CardGrid, EmptyState } from "@/components/kit/card";
import { Choice, Radios } from "@/components/kit/choice";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { CopyText } from "@/components/kit/copy-text";
import { Dialog } from "@/components/kit/dialog";
import { Disclosure } from "@/components/kit/disclosure";
import { Field, TextArea, TextField } from "@/components/kit/field";
import { FileButton, FileDrop } from "@/components/kit/file-drop";
import { PlainList, Row, Small, Stack } from "@/components/kit/layout";
import { Notice, Problem, ProblemList } from "@/components/kit/notice";
import { Pager } from "@/components/kit/pager";
import { Progress } from "@/components/kit/progress";
import { QrCode } from "@/components/kit/qr";
import {
  PlainTable,
  ScrollRegion,
  ScrollTable,
  SortHead,
} from "@/components/kit/scroll-table";
import { Status } from "@/components/kit/status";
import { Tabs } from "@/components/kit/tabs";
import { Tick } from "@/components/kit/tick";
import styles from "./kit.module.css";

const colours = [
  ..."paper raised ink muted rule control accent good bad".split(" "),
  ..."orange orange-soft blue blue-soft".split(" "),
  ...Array.from({ length: 8 }, (_, tone) => `tone-${tone}`),
];
const texts = [..."123456", "code", "drawing"];
const seasons = { spring: "Spring", summer: "Summer", winter: "Winter" };
const months = Array.from({ length: 30 }, (_, at) => ({ at, days: 28 + (at % 4) }));

/** The pieces under the names of their files. */
export function KitPieces() {
  return (
    <Stack>
      <Piece name="tokens">
        <div className={styles.swatches}>
          {colours.map((name) => (
            <Small key={name}>
              <span style={{ background: `var(--${name})` }} />
              {name}
            </Small>
          ))}
        </div>
        {texts.map((step) => (
          <p key={step} style={{ fontSize: `var(--text-${step})` }}>
            Text {step}
          </p>
        ))}
      </Piece>
      <Piece name="button">
        <Row>
          <Button look="primary">Primary</Button>
          <Button>Plain</Button>
          <Button aria-pressed="true">Pressed</Button>
          <Button look="danger">Danger</Button>
          <Button look="bare">Bare</Button>
          <Button look="link">Link</Button>
        </Row>
        <Row>
          <Button look="primary" inactive>
            Primary, inactive
          </Button>
          <Button inactive>Inactive</Button>
          <Button look="danger" inactive>
            Danger, inactive
          </Button>
          <Button disabled>Disabled</Button>
        </Row>
      </Piece>
      <Piece name="layout">
        <Row role="group" aria-label="A toolbar">
          <Button>One</Button>
          <Button>Two</Button>
          <Small as="span">and a quieter word</Small>
        </Row>
        <PlainList>
          <li>A list</li>
          <li>without marks</li>
        </PlainList>
      </Piece>
      <Piece name="field">
        <Fields />
      </Piece>
      <Piece name="tick and choice">
        <Choices />
      </Piece>
      <Piece name="status">
        <Status>Saved.</Status>
        <Status />
        <Status unseen>Only heard.</Status>
      </Piece>
      <Piece name="notice">
        <Problem role="alert">This cannot be read.</Problem>
        <Problem role="alert" />
        <ProblemList
          aria-label="Left out"
          sentences={["The first is too long.", "The second is empty."]}
        />
        <Notice title="By the way">A plain notice.</Notice>
        <Notice tone="good">All is well.</Notice>
        <Notice tone="bad">Something is wrong.</Notice>
      </Piece>
      <Piece name="dialog and confirm-button">
        <Dialogs />
      </Piece>
      <Piece name="disclosure">
        <Disclosure summary="Folded">
          <p>Its content.</p>
        </Disclosure>
        <Disclosure
          opens
          summary={
            <>
              <h3>Unfolded</h3> <span>with a heading</span>
            </>
          }
        >
          <p>Its content.</p>
        </Disclosure>
      </Piece>
      <Piece name="tabs">
        <Tabs
          label="Seasons"
          tabs={Object.entries(seasons).map(([name, label]) => ({
            name,
            label,
            content: `All about ${name}.`,
          }))}
        />
      </Piece>
      <Piece name="scroll-table and pager">
        <Tables />
      </Piece>
      <Piece name="card">
        <CardGrid>
          <Card as="li">A card</Card>
          <Card as="li" tone="good">
            A good one
          </Card>
          <Card as="li" tone="bad">
            A bad one
          </Card>
        </CardGrid>
        <EmptyState>
          <p>There is nothing yet.</p>
          <Button>Make something</Button>
        </EmptyState>
      </Piece>
      <Piece name="progress">
        <Progress value={0.4} aria-label="Two fifths done" />
        <Progress aria-label="Going on" />
      </Piece>
      <Piece name="copy-text">
        <CopyText
          label="The link"
          text="https://example.org/a/link?that=is+long"
          button="Copy the link"
          done="Copied: the link."
        />
      </Piece>
      <Piece name="qr">
        <QrCode
          text="https://example.org"
          label="QR code of a link"
          className={styles.code}
        />
      </Piece>
      <Piece name="file-drop">
        <Files />
      </Piece>
    </Stack>
  );
}

const Piece = ({ name, children }: { name: string; children: ReactNode }) => (
  <Stack as="section" className={styles.piece} data-piece={name}>
    <h2>{name}</h2>
    {children}
  </Stack>
);

function Fields() {
  const [text, setText] = useState("");
  return (
    <>
      <TextField
        label="A name"
        hint="As others call you."
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <TextField label="Beside its label" inline defaultValue="12" />
      <TextField
        label="With a problem"
        problem="It must be shorter."
        defaultValue="long"
      />
      <TextField label="Without one" problem={null} defaultValue="short" />
      <TextField label="Disabled" disabled defaultValue="fixed" />
      <TextArea label="Several lines" rows={2} />
      <TextArea label="Code" code rows={2} defaultValue="let a = 1;" />
      <Field label="A slider">{(control) => <input type="range" {...control} />}</Field>
    </>
  );
}

function Choices() {
  const [season, setSeason] = useState<keyof typeof seasons>("spring");
  const choice = { value: season, named: seasons, onChoose: setSeason };
  return (
    <>
      <Row>
        <Tick>To tick</Tick>
        <Tick defaultChecked>Ticked</Tick>
        <Tick disabled>Disabled</Tick>
      </Row>
      <Choice label="From a list" {...choice} />
      <Choice label="Beside its label" inline {...choice} />
      <Choice label="Disabled" disabled {...choice} />
      <Radios legend="All in sight" {...choice} />
      <Radios legend="As a strip" segmented {...choice} />
      <Radios legend="Disabled" segmented disabled {...choice} />
    </>
  );
}

function Dialogs() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open a dialog</Button>
      {open && (
        <Dialog title="A dialog" onClose={() => setOpen(false)}>
          <p>Over the page.</p>
        </Dialog>
      )}
      <ConfirmButton
        label="Remove all"
        says="All of it will be gone."
        yes="Yes, remove it"
        typed="all"
        onYes={async () => "It could not be removed."}
      />
    </>
  );
}

function Tables() {
  const [from, setFrom] = useState(0);
  const [down, setDown] = useState(false);
  const page = 20;
  const sorted = down ? months.toReversed() : months;
  return (
    <>
      <ScrollTable label="Months" sticky>
        <thead>
          <tr>
            <SortHead
              sorted={down ? "descending" : "ascending"}
              onSort={() => setDown(!down)}
            >
              Month
            </SortHead>
            <SortHead sorted={null} onSort={() => setDown(!down)}>
              Days
            </SortHead>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(from, from + page).map(({ at, days }) => (
            <tr key={at}>
              <th scope="row">Month {at + 1}</th>
              <td>{days}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <Pager
        things="Months"
        count={months.length}
        page={page}
        from={from}
        onFrom={setFrom}
      />
      <PlainTable cells="words">
        <tbody>
          <tr>
            <th scope="row">A plain table</th>
            <td>of words</td>
          </tr>
        </tbody>
      </PlainTable>
      <ScrollRegion aria-label="A long line">
        <code style={{ whiteSpace: "pre" }}>
          {"a long line of code that does not fit ".repeat(4)}
        </code>
      </ScrollRegion>
    </>
  );
}

function Files() {
  const [names, setNames] = useState<readonly string[]>([]);
  const take = (files: readonly File[]) => setNames(files.map(({ name }) => name));
  return (
    <>
      <FileDrop aria-label="Files to read" onFiles={take}>
        <p>Drop files here.</p>
        <Row>
          <FileButton label="Files" takes="files" onFiles={take}>
            Choose files…
          </FileButton>
        </Row>
        <Status>{names.join(", ")}</Status>
      </FileDrop>
      <FileDrop aria-label="With something held over it" over>
        <p>Something is held over this one.</p>
      </FileDrop>
    </>
  );
}
