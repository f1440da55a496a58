"use client";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { Button } from "@/components/kit/button";
import { download } from "@/components/kit/download";
import { Field, TextField } from "@/components/kit/field";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Progress } from "@/components/kit/progress";
import { Status } from "@/components/kit/status";
import { siteAddress } from "@/content/site-path";
import {
  type ListedReceipt,
  sameWeights,
  standingNames,
  standingOf,
  standings,
} from "./listed-receipt";
// Many receipts: how far their checks are, what was noticed, the table, and one of them.
import styles from "./receipt.module.css";
import { type Filter, filterReceipts, type Order, sortReceipts } from "./receipt-columns";
import { csvName, csvOf, csvRows } from "./receipt-csv";
import { ReceiptDetails } from "./receipt-details";
import type { ReceiptList } from "./receipt-list";
import { ReceiptTable } from "./receipt-table";

type Props = {
  receipts: readonly ListedReceipt[];
  list: ReceiptList;
  openId: number | null;
  /** Counts what the reader does; see `ReceiptDetails`. */
  turn: number;
  onOpen(id: number | null): void;
};

const all: Filter = { text: "", standing: "" };

/** The table of receipts with its filter and export, and the full check of one of them. */
export function ReceiptBoard({ receipts, list, openId, turn, onOpen }: Props) {
  const [order, setOrder] = useState<Order | null>(null);
  const [filter, setFilter] = useState(all);
  const facts = useMemo(() => sameWeights(receipts), [receipts]);
  const chosen = useMemo(() => {
    const passing = filterReceipts(receipts, filter);
    return order ? sortReceipts(passing, order) : passing;
  }, [receipts, filter, order]);
  const heading = useRef<HTMLHeadingElement>(null);
  const goOn = useEffectEvent(() => {
    if (openId === null) heading.current?.focus();
  });
  useEffect(() => {
    if (turn > 0) goOn();
  }, [turn]);
  const open = receipts.find(({ id }) => id === openId);

  function save() {
    const text = csvOf(csvRows(chosen, siteAddress));
    download(csvName("receipts", new Date()), text, "text/csv;charset=utf-8");
  }
  function back() {
    onOpen(null);
    // The table may show its row on another page, or not at all.
    document.getElementById(`receipt-${openId}`)?.focus();
  }

  return (
    <>
      <Stack as="section" aria-label="Receipts">
        <h2 ref={heading} tabIndex={-1}>
          {receipts.length} receipts
        </h2>
        <CheckProgress {...{ receipts, list }} />
        {facts.length > 0 && (
          <div className={styles.noticed}>
            <h3>Noticed</h3>
            <ul>
              {facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </div>
        )}
        <FilterForm {...{ receipts, filter }} onFilter={setFilter} />
        <ReceiptTable
          receipts={chosen}
          {...{ order, openId, onOpen }}
          onOrder={setOrder}
        />
        <Row>
          <Button disabled={chosen.length === 0} onClick={save}>
            Save as CSV
          </Button>
          <Small as="span">
            {chosen.length < receipts.length
              ? `${chosen.length} of ${receipts.length} receipts, as filtered`
              : "every receipt of the table"}
          </Small>
        </Row>
      </Stack>
      {open && <ReceiptDetails {...{ list, turn }} receipt={open} onBack={back} />}
    </>
  );
}

/** How many receipts stand where, in the order of `standings`; none that no receipt has. */
function tally(receipts: readonly ListedReceipt[]) {
  const counts = new Map<string, number>();
  for (const receipt of receipts) {
    const standing = standingOf(receipt);
    counts.set(standing, (counts.get(standing) ?? 0) + 1);
  }
  return standingNames
    .map((standing) => ({ standing, count: counts.get(standing) ?? 0 }))
    .filter(({ count }) => count > 0);
}

/** A bar while receipts are checked, then the count of each verdict. */
function CheckProgress({ receipts, list }: Pick<Props, "receipts" | "list">) {
  const open = receipts.filter(
    ({ state }) => state.kind === "waiting" || state.kind === "checking",
  ).length;
  const counted = tally(receipts)
    .map(
      ({ standing, count }) =>
        `${standings[standing].sign} ${count} ${standings[standing].word.toLowerCase()}`,
    )
    .join(" · ");
  const done = receipts.length - open;
  return (
    <>
      {open > 0 && (
        <Row>
          <Progress
            className={styles.progress}
            max={receipts.length}
            value={done}
            aria-label="Receipts checked"
          />
          <span className={styles.share}>
            {done} of {receipts.length} checked
          </span>
          <Button onClick={() => list.stopAll()}>Stop all replays</Button>
        </Row>
      )}
      <Status data-tally>{open === 0 ? counted : ""}</Status>
    </>
  );
}

type FilterProps = Pick<Props, "receipts"> & {
  filter: Filter;
  onFilter(filter: Filter): void;
};

/** Chooses which receipts the table shows: by a text, and by verdict. */
function FilterForm({ receipts, filter, onFilter }: FilterProps) {
  const counts = tally(receipts);
  const { standing: wanted } = filter;
  const listed = counts.some(({ standing }) => standing === wanted);
  // The verdict that is asked for stays in the list while no receipt has it.
  const options =
    wanted && !listed ? [...counts, { standing: wanted, count: 0 }] : counts;
  return (
    <Row role="search">
      <TextField
        label="Filter by text"
        type="search"
        value={filter.text}
        onChange={({ target }) => onFilter({ ...filter, text: target.value })}
      />
      <Field label="Verdict">
        {(control) => (
          <select
            {...control}
            value={wanted}
            onChange={({ target }) => {
              const standing = standingNames.find((one) => one === target.value) ?? "";
              onFilter({ ...filter, standing });
            }}
          >
            <option value="">All ({receipts.length})</option>
            {options.map(({ standing, count }) => (
              <option key={standing} value={standing}>
                {standings[standing].word} ({count})
              </option>
            ))}
          </select>
        )}
      </Field>
    </Row>
  );
}
