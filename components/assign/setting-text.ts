// The value of a setting as a reader is told it.

import type { Field } from "@/labs/field";
import { counted } from "@/labs/number-text";
import { fields, type Run } from "@/labs/run";

type Option = { value: string; label: string };

const labelOf = (options: readonly Option[], name: string) =>
  options.find(({ value }) => value === name)?.label ?? name;

/** As in "Tanh", "0.03", "8, then 4 neurons" or "12 in the link". */
export function settingText<K extends keyof Run>(run: Run, setting: K): string {
  const { control, format }: Field<Run[K]> = fields[setting];
  const text = format(run[setting]);
  if (control.kind === "choice") return labelOf(control.options, text);
  if (control.kind === "set" || control.kind === "perLayer") {
    const { options } = control;
    return text
      .split("-")
      .map((name) => labelOf(options, name))
      .join(", ");
  }
  if (control.kind === "layers") {
    return text === "none" ? "none" : `${text.split("-").join(", then ")} neurons`;
  }
  if (control.kind === "written" && text !== "none") {
    return counted(text.split("*").length, "entry", "entries");
  }
  return text;
}
