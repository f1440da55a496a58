"use client";
// A teacher's word on a learner's work for an assignment: a mark, and another due date.
import { useState } from "react";
import { dueOf, inputsOf } from "@/components/assignment/make/words-form";
import { Button } from "@/components/kit/button";
import { Choice } from "@/components/kit/choice";
import { Disclosure } from "@/components/kit/disclosure";
import { TextArea, TextField } from "@/components/kit/field";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { extendFor, markLearner, unmarkLearner } from "@/content/class/roster-api";
import { type Mark, rosterLimits } from "@/content/class/roster-messages";
import { dueText } from "@/labs/assignment/assignment";
import { type Grade, pointsText } from "../grade";
import { DayTimeFields } from "./day-time";
import type { Work } from "./grades";

type Props = {
  classId: string;
  learner: { id: string; name: string };
  assignment: string;
  work: Work;
  /** Null where this version cannot read the assignment. */
  grade: Grade | null;
  onChanged(): void;
};

/** A mark as it is typed. */
type Draft = {
  points: string;
  verdict: keyof typeof verdicts;
  reason: string;
  comment: string;
};

const verdicts = {
  checked: "as the check says",
  accepted: "accepted: counts as met",
  refused: "refused: counts as not met",
} as const;

/** Marks typed and not saved, by learner and assignment: closing the dialog loses nothing. */
const drafts = new Map<string, Draft>();

const draftOf = (mark: Mark | undefined): Draft => ({
  points: mark?.points == null ? "" : pointsText(mark.points),
  verdict: mark?.verdict ?? "checked",
  reason: mark?.reason ?? "",
  comment: mark?.comment ?? "",
});

/** The points of a text, null for none; undefined where it is no number of half points. */
function pointsIn(text: string): number | null | undefined {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return null;
  const points = /^\d{1,5}(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  const legal = Number.isInteger(2 * points) && points <= rosterLimits.points;
  return legal ? points : undefined;
}

/** Points, verdict, a reason for teachers and a comment for the learner. */
export function MarkForm({
  classId,
  learner,
  assignment,
  work,
  grade,
  onChanged,
}: Props) {
  const { mark } = work;
  const key = `${classId} ${learner.id} ${assignment}`;
  const [draft, setDraft] = useState(() => drafts.get(key) ?? draftOf(mark));
  const [problem, setProblem] = useState<string | null>(null);
  const [news, setNews] = useState("");
  const [saving, setSaving] = useState(false);
  const points = pointsIn(draft.points);

  function change(part: Partial<Draft>) {
    const next = { ...draft, ...part };
    drafts.set(key, next);
    setDraft(next);
    setNews("");
  }

  async function save() {
    if (saving) return;
    if (points === undefined) return;
    const { verdict, reason, comment } = draft;
    setSaving(true);
    const answer = await markLearner(classId, assignment, learner.id, {
      ...{ points, reason, comment },
      verdict: verdict === "checked" ? null : verdict,
    });
    setSaving(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    drafts.delete(key);
    setNews(`Saved: ${learner.name} sees the verdict, the points and the comment.`);
    onChanged();
  }

  async function takeBack() {
    const answer = await unmarkLearner(classId, assignment, learner.id);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    drafts.delete(key);
    setDraft(draftOf(undefined));
    setNews("Taken back: check and goals count again.");
    onChanged();
  }

  return (
    <Disclosure
      summary={mark ? "The mark" : "Mark this work"}
      opens={mark !== undefined || drafts.has(key)}
    >
      <Stack
        as="form"
        aria-label="Mark"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Row>
          <Choice
            label="Verdict"
            value={draft.verdict}
            named={verdicts}
            onChoose={(verdict) => change({ verdict })}
          />
          <TextField
            label={grade ? `Points, of ${pointsText(grade.of)}` : "Points"}
            inputMode="decimal"
            value={draft.points}
            placeholder={grade?.earned == null ? "" : pointsText(grade.earned)}
            problem={points === undefined ? "Whole or half points, please." : ""}
            onChange={({ target }) => change({ points: target.value })}
          />
        </Row>
        <TextField
          label="Reason, for teachers alone"
          value={draft.reason}
          maxLength={rosterLimits.reason}
          onChange={({ target }) => change({ reason: target.value })}
        />
        <TextArea
          label={`Comment, which ${learner.name} reads`}
          rows={3}
          value={draft.comment}
          maxLength={rosterLimits.comment}
          onChange={({ target }) => change({ comment: target.value })}
        />
        <Row>
          <Button type="submit" look="primary" inactive={saving}>
            Save the mark
          </Button>
          {mark && <Button onClick={takeBack}>Take the mark back</Button>}
          <Status>{news}</Status>
        </Row>
        <Problem role="alert">{problem}</Problem>
        <Small>Without points of yours those of the goals and the quiz count.</Small>
      </Stack>
    </Disclosure>
  );
}

/** Another due date for one learner. */
export function ExtensionForm(props: Omit<Props, "grade">) {
  const { classId, learner, assignment, work, onChanged } = props;
  const { due, extended } = work;
  const [typed, setTyped] = useState(() => inputsOf(due));
  const [problem, setProblem] = useState<string | null>(null);
  const [news, setNews] = useState("");

  async function set(next: string | null) {
    const answer = await extendFor(classId, assignment, learner.id, next);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    setNews(
      next === null
        ? "Taken back: the assignment’s own date counts."
        : `${learner.name} has until ${dueText(next)}.`,
    );
    onChanged();
  }

  function save() {
    const next = dueOf(typed);
    if (next === null) return setProblem("Choose a day.");
    void set(next);
  }

  return (
    <Disclosure summary={extended ? "The extension" : "Give more time"} opens={extended}>
      <Stack
        as="form"
        aria-label="Extension"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <DayTimeFields label="Due" value={typed} onChange={setTyped} />
        <Row>
          <Button type="submit">Save the date</Button>
          {extended && <Button onClick={() => set(null)}>Take the extension back</Button>}
          <Status>{news}</Status>
        </Row>
        <Problem role="alert">{problem}</Problem>
        <Small>
          For {learner.name} alone: what comes by then is not late, and is taken though
          the assignment has closed.
        </Small>
      </Stack>
    </Disclosure>
  );
}
