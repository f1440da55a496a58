"use client";
// The pieces of the kit that answer to the reader.
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Choice, IndexChoice, Radios } from "@/components/kit/choice";
import { ConfirmButton } from "@/components/kit/confirm-button";
import { Dialog } from "@/components/kit/dialog";
import { Field, TextArea, TextField } from "@/components/kit/field";
import { FileButton, FileDrop } from "@/components/kit/file-drop";
import { Row } from "@/components/kit/layout";
import { Pager } from "@/components/kit/pager";
import {
  ColumnHeads,
  PlainTable,
  ScrollRegion,
  ScrollTable,
  SortHead,
} from "@/components/kit/scroll-table";
import { SignButton } from "@/components/kit/sign-button";
import { Status } from "@/components/kit/status";
import { Tick } from "@/components/kit/tick";

export const seasons = { spring: "Spring", summer: "Summer", winter: "Winter" };

const months = Array.from({ length: 30 }, (_, at) => ({ at, days: 28 + (at % 4) }));

export function Fields() {
  const [text, setText] = useState("");
  const [number, setNumber] = useState("1.5");
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
      <Row>
        <TextField
          label="A number"
          inputMode="decimal"
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
        <SignButton text={number} onText={setNumber} />
      </Row>
      <TextArea label="Several lines" rows={2} />
      <TextArea label="Code" code rows={2} defaultValue="let a = 1;" />
      <Field label="A slider">{(control) => <input type="range" {...control} />}</Field>
    </>
  );
}

export function Choices() {
  const [season, setSeason] = useState<keyof typeof seasons>("spring");
  const [place, setPlace] = useState(0);
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
      <IndexChoice
        label="By its place"
        options={Object.values(seasons)}
        value={place}
        onChoose={setPlace}
      />
      <Radios legend="All in sight" {...choice} />
      <Radios legend="As a strip" segmented {...choice} />
      <Radios legend="Disabled" segmented disabled {...choice} />
    </>
  );
}

export function Dialogs() {
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

export function Tables() {
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
        <ColumnHeads names={[null, "Content"]} />
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

export function Files() {
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
