/** No database keeps all of these; no answer needs them. */
const unkept = /[\p{Cc}\p{Cs}]/gu;

/** The text of an answer as every database keeps it. */
export const keptText = (text: string) => text.replace(unkept, " ");
