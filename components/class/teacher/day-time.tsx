"use client";
// A day, and a time where it matters, as a teacher types them where they are.
import type { inputsOf } from "@/components/assignment/make/words-form";
import { TextField } from "@/components/kit/field";
import { Row } from "@/components/kit/layout";
import { localDay } from "@/labs/assignment/assignment";

/** `2026-12-01` and `18:00`; "" for none. */
export type DayTime = ReturnType<typeof inputsOf>;

type Props = {
  /** Begins the names of the inputs, as in "Due". */
  label: string;
  value: DayTime;
  onChange(value: DayTime): void;
};

/** Two inputs: the day, and the time. */
export const DayTimeFields = ({ label, value, onChange }: Props) => (
  <Row>
    <TextField
      label={`${label}: day`}
      type="date"
      value={value.day}
      onChange={({ target }) => onChange({ ...value, day: target.value })}
    />
    <TextField
      label={`${label}: time, if you like`}
      type="time"
      value={value.time}
      onChange={({ target }) => onChange({ ...value, time: target.value })}
    />
  </Row>
);

/** The last minute of a day counts where no time is typed; null where there is no day. */
export function momentOf({ day, time }: DayTime): number | null {
  const at = new Date(`${day}T${time || "23:59"}`).getTime();
  return Number.isNaN(at) ? null : at;
}

/** The inputs of a moment; the last minute of a day is the day. */
export function inputsOfMoment(at: number | null): DayTime {
  if (at === null) return { day: "", time: "" };
  const time = new Date(at).toTimeString().slice(0, 5);
  return { day: localDay(new Date(at)), time: time === "23:59" ? "" : time };
}
