"use client";
import { useState } from "react";
import { Button } from "@/components/kit/button";
import { Choice } from "@/components/kit/choice";
import { Row, Small, Stack } from "@/components/kit/layout";
import { ProblemList } from "@/components/kit/notice";
import { ScrollTable } from "@/components/kit/scroll-table";
import { Status } from "@/components/kit/status";
import { TextDrop } from "@/components/lab/controls/text-drop";
import { addRoster } from "@/content/class/roster-api";
import { rosterLimits } from "@/content/class/roster-messages";
import { counted } from "@/labs/arithmetic/number-text";
import type { LearnerCode } from "./code-list";
import {
  type ColumnUse,
  columnUses,
  type RosterTable,
  readRoster,
  rosterOf,
} from "./roster";

type Props = { classId: string; onAdded(codes: readonly LearnerCode[]): void };

/** So many rows are shown before they are added. */
const mostShown = 8;

/** A list of learners: pasted or from a file, looked over, added. */
export function RosterForm({ classId, onAdded }: Props) {
  const [table, setTable] = useState<RosterTable | null>(null);
  const [adding, setAdding] = useState(false);
  const [news, setNews] = useState("");
  const [refused, setRefused] = useState<readonly string[]>([]);

  function read(text: string): string | null {
    const found = readRoster(text);
    if ("problem" in found) return found.problem;
    setTable(found);
    setNews("");
    setRefused([]);
    return null;
  }

  async function add(entries: ReturnType<typeof rosterOf>["entries"]) {
    if (adding) return;
    setAdding(true);
    setRefused([]);
    const added: LearnerCode[] = [];
    const problems: string[] = [];
    const sections = new Map(entries.map(({ name, section }) => [name, section]));
    for (let from = 0; from < entries.length; from += rosterLimits.atOnce) {
      const some = entries.slice(from, from + rosterLimits.atOnce);
      const answer = await addRoster(classId, some);
      if (!answer.ok) {
        problems.push(answer.problem);
        break;
      }
      const { value } = answer;
      added.push(
        ...value.added.map((one) => ({
          ...one,
          section: sections.get(one.name) ?? null,
        })),
      );
      problems.push(...value.refused.map(({ name, says }) => `“${name}”: ${says}`));
    }
    setAdding(false);
    setRefused(problems);
    setNews(added.length > 0 ? `Added: ${counted(added.length, "learner")}.` : "");
    if (added.length === 0) return;
    setTable(null);
    onAdded(added);
  }

  return (
    <Stack>
      <TextDrop
        label="The list"
        hint="A line for each learner: the name, and if you like an id and a section beside it. A table out of a spreadsheet, Canvas or Moodle will do."
        placeholder={"Ada Lovelace\t1815\tA\nGrace Hopper\t1906\tB"}
        onText={read}
      />
      {table && <RosterPreview {...{ table, adding }} onTable={setTable} onAdd={add} />}
      <Status>{news}</Status>
      <ProblemList role="alert" sentences={refused} />
    </Stack>
  );
}

type PreviewProps = {
  table: RosterTable;
  adding: boolean;
  onTable(table: RosterTable): void;
  onAdd(entries: ReturnType<typeof rosterOf>["entries"]): void;
};

/** The list as it is understood: what each column is can be said otherwise. */
function RosterPreview({ table, adding, onTable, onAdd }: PreviewProps) {
  const { rows, uses } = table;
  const { entries, problems } = rosterOf(table);
  const choose = (at: number, use: ColumnUse) =>
    onTable({
      rows,
      // Each use is one column's.
      uses: uses.map((old, index) =>
        index === at ? use : old === use && use !== "none" ? "none" : old,
      ),
    });
  return (
    <Stack>
      <ScrollTable label="The list as it was read" cells="words">
        <thead>
          <tr>
            {uses.map((use, at) => (
              <th scope="col" key={at}>
                <Choice
                  label={`Column ${at + 1}`}
                  value={use}
                  named={columnUses}
                  onChoose={(use) => choose(at, use)}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostShown).map((row, line) => (
            <tr key={line}>
              {uses.map((_, at) => (
                <td key={at}>{row[at]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {rows.length > mostShown && (
        <Small>…and {rows.length - mostShown} more rows.</Small>
      )}
      <ProblemList sentences={problems} />
      <Row>
        <Button
          look="primary"
          inactive={adding || entries.length === 0}
          onClick={() => onAdd(entries)}
        >
          Add {counted(entries.length, "learner")}
        </Button>
      </Row>
    </Stack>
  );
}
