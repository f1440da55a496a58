"use client";
import { useId } from "react";
import { tally } from "./board-progress";
import type { Filter } from "./chosen-rows";
import styles from "./receipt.module.css";
import type { Row } from "./row";
import { standingNames, standings } from "./verdict-look";

type Props = { rows: readonly Row[]; filter: Filter; onFilter(filter: Filter): void };

/** Which receipts the table shows: by a text, and by verdict. */
export function FilterForm({ rows, filter, onFilter }: Props) {
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
