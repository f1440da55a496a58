// When an assignment is due: a day, or a minute of universal time. It only informs.

const written = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)Z)?$/;

/**
 * Whether a text is a due date: `2026-12-01`, a day wherever the learner is, or
 * `2026-12-01T18:00Z`, a minute of universal time.
 */
export function isDue(text: string): boolean {
  const [, year, month, day, hour = "00", minute = "00"] = written.exec(text) ?? [];
  if (!year) return false;
  const whole = `${year}-${month}-${day}T${hour}:${minute}:00.000Z`;
  const at = new Date(whole);
  return !Number.isNaN(at.getTime()) && at.toISOString() === whole;
}

/** A due date as a reader is told it, where they are. */
export function dueText(due: string): string {
  const timed = due.includes("T");
  const at = new Date(timed ? due : `${due}T12:00Z`);
  return at.toLocaleString("en-GB", {
    dateStyle: "full",
    ...(timed ? { timeStyle: "short" } : { timeZone: "UTC" }),
  });
}

/** Whether a due date (see `isDue`) is past; a day is past when it is where `now` is. */
export function isOverdue(due: string, now: Date): boolean {
  if (due.includes("T")) return now > new Date(due);
  const two = (part: number) => String(part).padStart(2, "0");
  const [month, day] = [two(now.getMonth() + 1), two(now.getDate())];
  return `${now.getFullYear()}-${month}-${day}` > due;
}
