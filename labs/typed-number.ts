/**
 * The number that a typed text stands for, or null: "−.5", "+2", "0,5" and "1e-3" are
 * numbers, too.
 */
export function typedNumber(text: string): number | null {
  const plain = text.trim().replace(",", ".").replace("−", "-");
  if (plain.length > 40) return null;
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
