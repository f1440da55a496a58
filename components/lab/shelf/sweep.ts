// A sweep as the reader writes it: one setting, and the values to try.
import type { Field } from "@/labs/field/field";
import { resolveConflicts } from "@/labs/run/conflicts";
import { fields, isUsed, type Run, settings } from "@/labs/run/run";
import { mostSwept, type Sweep } from "../training/side";

/**
 * The settings that a sweep can take: all but what a view writes, and but the device,
 * which is one for all runs that train together.
 */
export const sweepable = (run: Run) =>
  settings.filter(
    (setting) =>
      fields[setting].control.kind !== "written" &&
      setting !== "device" &&
      isUsed(run, setting),
  );

const factors = [0.1, 0.3, 1, 3, 10];

/** Values worth trying, as the reader would write them. */
export function suggestedValues<K extends keyof Run>(setting: K, run: Run): string {
  const field: Field<Run[K]> = fields[setting];
  const { control } = field;
  const legal = (texts: readonly string[]) =>
    [...new Set(texts)]
      .filter((text) => suitsRun(setting, text, run))
      .slice(0, mostSwept);
  if (control.kind === "choice" || control.kind === "perLayer") {
    return legal(control.options.map(({ value }) => value)).join(", ");
  }
  if (control.kind === "layers") return "1, 2, 4, 8";
  if (control.kind === "set") return "x-y, xx-yy, x-y-xy";
  const now = Number(field.format(run[setting]));
  if (setting === "seed") {
    const way = field.parse(String(now + 5)) === null ? -1 : 1;
    return legal([1, 2, 3, 4, 5].map((by) => String(now + way * by))).join(", ");
  }
  const scaled = factors.map((factor) =>
    // The run's own value as it is: it is one of those compared.
    factor === 1 ? String(now) : String(Number((now * factor).toPrecision(2))),
  );
  return legal(now === 0 ? ["0", "0.1", "0.2", "0.3"] : scaled).join(", ");
}

/** Reads the values of a sweep of `run`, parted by commas or blanks. */
export function sweepFrom(
  setting: keyof Run,
  text: string,
  run: Run,
): { sweep: Sweep } | { problem: string } {
  const field: Pick<Field<unknown>, "parse" | "label" | "allowed"> = fields[setting];
  const texts = [
    ...new Set(
      text
        .slice(0, 500)
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ];
  const wrong = texts.find((part) => field.parse(part) === null);
  if (wrong !== undefined) {
    return {
      problem: `${field.label} cannot be “${wrong.slice(0, 24)}”: it must be ${field.allowed}.`,
    };
  }
  const odd = texts.find((part) => !suitsRun(setting, part, run));
  if (odd !== undefined) {
    return {
      problem: `${field.label} cannot be “${odd.slice(0, 24)}” here: the rest of the run does not suit it.`,
    };
  }
  if (texts.length < 2) return { problem: "A sweep needs two values at least." };
  if (texts.length > mostSwept) {
    return {
      problem: `A sweep can have ${mostSwept} values at most; here are ${texts.length}.`,
    };
  }
  return { sweep: { kind: "sweep", setting, texts } };
}

/** Whether the rest of a run leaves a legal value as it is, and is left as it is. */
function suitsRun<K extends keyof Run>(setting: K, text: string, run: Run): boolean {
  const field: Field<Run[K]> = fields[setting];
  const value = field.parse(text);
  if (value === null) return false;
  const { refused } = resolveConflicts({ ...run, [setting]: value, edits: [] }, run);
  return refused.length === 0;
}
