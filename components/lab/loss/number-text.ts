// Numbers as the views of the loss write them.

/** Three significant digits, with a real minus. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return "not a number";
  return String(Number(value.toPrecision(3))).replace("-", "−");
}

/** A share from 0 to 1 in percent: whole, or with a digit more below ten. */
export function shareText(share: number): string {
  const percent = 100 * share;
  return `${percent >= 9.95 || percent === 0 ? Math.round(percent) : Number(percent.toFixed(1))} %`;
}

/** Names in one phrase: "a, b and c". */
export function listText(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
