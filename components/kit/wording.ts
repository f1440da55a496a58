/** A text with a capital at its start, or after the quote that it starts with. */
export const capital = (text: string) =>
  text.replace(/^(“?)(.)/, (_, quote, letter) => quote + letter.toUpperCase());

/** Names in one phrase: "a, b and c"; beyond the `most`, "a, b and 4 more". */
export function listText(names: readonly string[], most = names.length): string {
  const others = names.length - most;
  const listed = others > 0 ? [...names.slice(0, most), `${others} more`] : names;
  const last = listed.at(-1) ?? "";
  return listed.length < 2 ? last : `${listed.slice(0, -1).join(", ")} and ${last}`;
}

/** Where storage is blocked or full: what that means, as “what you keep goes”. */
export const unkeptText = (goes: string) =>
  `This browser stores nothing for the site: ${goes} with the page.`;

/** The same of work for a class. */
export const unkeptInClass = (className: string) =>
  unkeptText(
    `what you hand in is kept with ${className}, and what you do not hand in goes`,
  );

/** A day and a time of day, where the reader is, as their browser writes them. */
export const momentText = (at: number) =>
  new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });

/** A day, where the reader is, as their browser writes it. */
export const dayText = (at: number) =>
  new Date(at).toLocaleDateString(undefined, { dateStyle: "long" });

/** A time of day, where the reader is: "12:03". */
export const timeText = (at: number) =>
  new Date(at).toLocaleTimeString(undefined, { timeStyle: "short" });

/** How long something took, in whole seconds: "48 s", "2 min", "1 min 5 s". */
export function durationText(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const parts = [minutes > 0 && `${minutes} min`, rest > 0 && `${rest} s`];
  return parts.filter(Boolean).join(" ");
}
