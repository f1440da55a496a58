// The name that a learner types: all that is ever known of them.

/** The longest name, in characters as a reader counts them. */
export const longestName = 60;

/** What no name holds: control characters, and marks that turn the writing about. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u;

/**
 * A typed name as it is kept, in Unicode's form NFC and with single spaces; null where it
 * is empty, too long or holds characters that cannot be seen.
 */
export function learnerName(typed: string): string | null {
  if (typed.length > 4 * longestName) return null;
  const name = typed.normalize("NFC").replace(/\s+/gu, " ").trim();
  // Some scripts join letters with marks that are format characters.
  const seen = name.replace(/[\u200c\u200d]/gu, "");
  const length = [...name].length;
  return length > 0 && length <= longestName && seen !== "" && !hidden.test(seen)
    ? name
    : null;
}

/** What a name must be, as the end of a sentence. */
export const nameAllowed = `1 to ${longestName} visible characters`;
