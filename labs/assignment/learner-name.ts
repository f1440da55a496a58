// Names as people type them. A learner's is all that is ever known of them.

/** The longest name, in Unicode characters. */
export const longestName = 60;

/** Control characters, and marks that turn the writing about: no name holds them. */
const forbidden = /(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u;

/** Invisible characters that neither join two others nor choose how one is drawn. */
const unseen = /(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}|\u2800/gu;

/** A joiner that has nothing to join. */
const idle =
  /(?<=^| |\u200c|\u200d)(?:\u200c|\u200d|\ufe0e|\ufe0f)|[\u200c\u200d](?= |$)/gu;

/** Taking one joiner away may leave the next with nothing to join. */
function settled(text: string): string {
  const next = text.replace(idle, "").replace(/ +/g, " ").trim();
  return next === text ? text : settled(next);
}

/**
 * A typed name as it is kept, in Unicode's form NFC, with single spaces and without what
 * cannot be seen, so that two names that look alike are; null where it is empty, has more
 * than `most` Unicode characters or holds control characters.
 */
export function visibleName(typed: string, most: number): string | null {
  if (typed.length > 4 * most) return null;
  const spaced = typed.replace(/\s+/gu, " ");
  if (forbidden.test(spaced)) return null;
  const name = settled(spaced.replace(unseen, "")).normalize("NFC");
  const length = [...name].length;
  return length > 0 && length <= most ? name : null;
}

/** A learner's name: see `visibleName`. */
export const learnerName = (typed: string) => visibleName(typed, longestName);

/** The rule for names, as the end of a sentence. */
export const nameAllowed = `1 to ${longestName} visible characters`;
