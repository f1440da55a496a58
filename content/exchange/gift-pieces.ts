// A GIFT text, cut where one question ends and the next begins.

/** `lines`: where each line of the text stood. */
export type Piece = { line: number; text: string; lines: readonly number[] };

const isComment = (line: string) => line.trimStart().startsWith("//");

/** Empty lines part questions. A comment inside a question is taken out, as Moodle does it. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let open: { text: string; line: number }[] = [];
  const close = () => {
    const begins = open.findIndex((one) => !isComment(one.text));
    const kept = open.filter((one, at) => at <= begins || !isComment(one.text));
    const [first] = kept;
    if (begins >= 0 && first) {
      const lines = kept.map(({ line }) => line);
      const whole = kept.map((one) => one.text).join("\n");
      found.push({ line: first.line, text: whole, lines });
    }
    open = [];
  };
  const all = text.replace(/^\ufeff/, "").split(/\r\n?|\n/);
  all.forEach((line, at) => {
    if (/^[ \t]*$/.test(line)) close();
    else open.push({ text: line, line: at + 1 });
  });
  close();
  return found;
}
