"use client";
import { useEffect, useEffectEvent, useId, useMemo, useRef, useState } from "react";
import { download } from "@/components/kit/download";
import { type Row, standingNames, standingOf, standings } from "./listed-receipt";
import styles from "./receipt.module.css";
import { type Filter, filteredRows, type Order, sortedRows } from "./receipt-columns";
import { csvName, csvOf, csvRows } from "./receipt-csv";
import { ReceiptDetails } from "./receipt-details";
import type { ReceiptList } from "./receipt-list";
import { ReceiptTable } from "./receipt-table";
import { sameWeights } from "./same-weights";

// Many receipts: how far their checks are, what was noticed, the table, and one of them.

type Props = {
  rows: readonly Row[];
  list: ReceiptList;
  openId: number | null;
  /** Counts what the reader did; see `ReceiptDetails`. */
  turn: number;
  onOpen(id: number | null): void;
};

const all: Filter = { text: "", standing: "" };

/** The table of receipts with its filter and export, and the full check of one row. */
export function ReceiptBoard({ rows, list, openId, turn, onOpen }: Props) {
  const [order, setOrder] = useState<Order | null>(null);
  const [filter, setFilter] = useState(all);
  const facts = useMemo(() => sameWeights(rows), [rows]);
  const chosen = useMemo(() => {
    const passing = filteredRows(rows, filter);
    return order ? sortedRows(passing, order) : passing;
  }, [rows, filter, order]);
  const heading = useRef<HTMLHeadingElement>(null);
  const goOn = useEffectEvent(() => {
    if (openId === null) heading.current?.focus();
  });
  useEffect(() => {
    if (turn > 0) goOn();
  }, [turn]);
  const open = rows.find(({ id }) => id === openId);

  function save() {
    const text = csvOf(csvRows(chosen, window.location.origin));
    download(csvName("receipts", new Date()), text, "text/csv;charset=utf-8");
  }
  function back() {
    onOpen(null);
    // The table may show its row on another page, or not at all.
    document.getElementById(`receipt-${openId}`)?.focus();
  }

  return (
    <>
      <section aria-label="Receipts" className={styles.board}>
        <h2 ref={heading} tabIndex={-1}>
          {rows.length} receipts
        </h2>
        <BoardProgress rows={rows} list={list} />
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
        <FilterForm rows={rows} filter={filter} onFilter={setFilter} />
        <ReceiptTable
          rows={chosen}
          order={order}
          openId={openId}
          onOrder={setOrder}
          onOpen={onOpen}
        />
        <p className={styles.row}>
          <button type="button" disabled={chosen.length === 0} onClick={save}>
            Save as CSV
          </button>
          <span className={styles.hint}>
            {chosen.length < rows.length
              ? `${chosen.length} of ${rows.length} receipts, as filtered`
              : "every receipt of the table"}
          </span>
        </p>
      </section>
      {open && <ReceiptDetails row={open} list={list} turn={turn} onBack={back} />}
    </>
  );
}

// How far the checks of a list are, and what they came to.

/** How many rows stand where, in the order of `standings`; none that no row has. */
function tally(rows: readonly Row[]) {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const standing = standingOf(row);
    counts.set(standing, (counts.get(standing) ?? 0) + 1);
  }
  return standingNames
    .map((standing) => ({ standing, count: counts.get(standing) ?? 0 }))
    .filter(({ count }) => count > 0);
}

/** A bar while receipts are checked, then the count of each verdict. */
function BoardProgress({ rows, list }: { rows: readonly Row[]; list: ReceiptList }) {
  const open = rows.filter(
    ({ state }) => state.kind === "waiting" || state.kind === "checking",
  ).length;
  const told = tally(rows)
    .map(
      ({ standing, count }) =>
        `${standings[standing].sign} ${count} ${standings[standing].word.toLowerCase()}`,
    )
    .join(" · ");
  return (
    <>
      {open > 0 && (
        <div className={styles.row}>
          <progress
            max={rows.length}
            value={rows.length - open}
            aria-label="Receipts checked"
          />
          <span className={styles.percent}>
            {rows.length - open} of {rows.length} checked
          </span>
          <button type="button" onClick={() => list.stopAll()}>
            Stop all replays
          </button>
        </div>
      )}
      <p role="status" data-tally>
        {open === 0 ? told : ""}
      </p>
    </>
  );
}

type FilterFormProps = {
  rows: readonly Row[];
  filter: Filter;
  onFilter(filter: Filter): void;
};

/** Which receipts the table shows: by a text, and by verdict. */
function FilterForm({ rows, filter, onFilter }: FilterFormProps) {
  const id = useId();
  return (
    <div role="search" className={styles.filter}>
      <div>
        <label htmlFor={`${id}-text`}>Filter by text</label>
        <input
          id={`${id}-text`}
          type="search"
          autoComplete="off"
          value={filter.text}
          onChange={({ target }) => onFilter({ ...filter, text: target.value })}
        />
      </div>
      <div>
        <label htmlFor={`${id}-verdict`}>Verdict</label>
        <select
          id={`${id}-verdict`}
          value={filter.standing}
          onChange={({ target }) => {
            const standing = standingNames.find((one) => one === target.value) ?? "";
            onFilter({ ...filter, standing });
          }}
        >
          <option value="">All ({rows.length})</option>
          {tally(rows).map(({ standing, count }) => (
            <option key={standing} value={standing}>
              {standings[standing].word} ({count})
            </option>
          ))}
          {filter.standing &&
            !tally(rows).some(({ standing }) => standing === filter.standing) && (
              <option value={filter.standing}>
                {standings[filter.standing].word} (0)
              </option>
            )}
        </select>
      </div>
    </div>
  );
}
