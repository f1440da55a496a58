/** The seed in a text of digits; 0 for anything else. */
export function seedOf(text: string | null): number {
  return text !== null && /^\d{1,9}$/.test(text.trim()) ? Number(text) : 0;
}
