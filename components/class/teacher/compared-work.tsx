"use client";
// The work of a class side by side: how the losses are spread, and whose work is alike.
import { useMemo } from "react";
import { titleIn } from "@/components/class/class-assignment";
import { FoldedSection } from "@/components/class/class-section";
import { PlainList, Small } from "@/components/kit/layout";
import { ColumnHeads, ScrollTable } from "@/components/kit/scroll-table";
import { listText } from "@/components/kit/wording";
import { counted, numberText } from "@/labs/arithmetic/number-text";
import { hasOneSeed } from "@/labs/assignment/locks";
import { assignmentIn } from "../class-assignment";
import { type Alike, likenessIn, type Spread, spreadIn } from "./alike-work";
import styles from "./compared-work.module.css";
import type { Board } from "./merged-board";

/** So many names are told; the others are counted. */
const mostNamed = 8;

/** The spread of each assignment's losses, and the likeness of work; nothing without either. */
export function ComparedWork({ board }: { board: Board }) {
  const { assignments, learners, handedIn } = board;
  const compared = useMemo(
    () =>
      assignments.map(({ id, link }) => ({
        id,
        link,
        alike: likenessIn({ learners, handedIn }, id),
        spread: spreadIn({ learners, handedIn }, id),
      })),
    [assignments, learners, handedIn],
  );
  const alike = compared.filter(({ alike }) => alike.length > 0);
  const count = alike.reduce((sum, { alike }) => sum + alike.length, 0);
  const spreads = compared.flatMap(({ id, link, spread }) =>
    spread ? [{ id, link, spread }] : [],
  );
  if (count + spreads.length === 0) return null;
  return (
    <FoldedSection
      title="Work side by side"
      beside={count > 0 ? `${counted(count, "likeness", "likenesses")}` : "losses"}
      opens={false}
    >
      {alike.length > 0 && (
        <PlainList>
          {alike.map(({ id, link, alike }) =>
            alike.map((one) => (
              <li key={`${id} ${one.what} ${one.names.join()}`}>
                <strong>{titleIn(link)}:</strong> {alikeText(one, link)}
              </li>
            )),
          )}
        </PlainList>
      )}
      {spreads.length > 0 && (
        <>
          <SpreadTable spreads={spreads} />
          <Small>
            Test losses of each learner’s best receipt: half of them lie within the box, a
            dot is a learner.
          </Small>
        </>
      )}
    </FoldedSection>
  );
}

/** A fact about work that is alike, in a sentence or two. */
function alikeText({ what, names, changed }: Alike, link: string): string {
  const who = listText(names, mostNamed);
  if (what === "settings") {
    return `${who} changed the same settings in the same way: ${changed}.`;
  }
  const asked = assignmentIn(link);
  const why =
    asked && hasOneSeed(asked)
      ? "All have one seed here, so equal settings give equal weights by themselves."
      : "Where each learner has a seed of their own, two trainings do not end in the same weights.";
  return `${who} handed in the same weights. ${why}`;
}

type SpreadProps = {
  spreads: readonly { id: string; link: string; spread: Spread }[];
};

const heads = [
  "Assignment",
  "Learners",
  "Spread",
  "Lowest",
  "Lower quarter",
  "Middle",
  "Upper quarter",
  "Highest",
];

const SpreadTable = ({ spreads }: SpreadProps) => (
  <ScrollTable label="Spread of the test losses" height="tall">
    <ColumnHeads names={heads} />
    <tbody>
      {spreads.map(({ id, link, spread }) => (
        <tr key={id}>
          <th scope="row">{titleIn(link)}</th>
          <td>{spread.count}</td>
          <td>
            <Strip spread={spread} />
          </td>
          {[spread.lowest, spread.lower, spread.middle, spread.upper, spread.highest].map(
            (loss, at) => (
              <td key={at}>{numberText(loss)}</td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </ScrollTable>
);

/** Of a strip, in its own units. */
const width = 144;
const height = 18;

/** The numbers of the row as a picture: nobody needs both. */
function Strip({ spread }: { spread: Spread }) {
  const { lowest, highest, lower, middle, upper, losses } = spread;
  const range = highest - lowest || 1;
  const x = (loss: number) => (width * (loss - lowest)) / range;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className={styles.strip}>
      <rect x={x(lower)} y={2} width={x(upper) - x(lower)} height={height - 4} />
      <line x1={x(middle)} x2={x(middle)} y1={2} y2={height - 2} />
      {losses.map((loss, at) => (
        <circle key={at} cx={x(loss)} cy={height / 2} r={2.5} />
      ))}
    </svg>
  );
}
