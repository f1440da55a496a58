// Left-hand sides to be matched; several may belong to the same target.
import { type Answer, type Head, type KindRecord, type Part, textOf } from "./kind";

/** Pairs are to be matched. */
export type MatchQuestion = Head & {
  kind: "match";
  /** Each `text` belongs to one `to`, whose id is `target`. */
  pairs: readonly { id: string; text: string; to: string; target: string; why: string }[];
};

/** The right-hand sides, each once, in the order of the pairs. */
export const targetsOf = ({ pairs }: Pick<MatchQuestion, "pairs">): Part[] =>
  [...new Map(pairs.map(({ target, to }) => [target, to]))].map(([id, text]) => ({
    id,
    text,
  }));

const none: ReadonlyMap<string, string> = new Map();

const matchesIn = (answer: Answer) => (answer.kind === "matched" ? answer.to : none);

/** Its record. */
export const match: KindRecord<MatchQuestion> = {
  name: "match pairs",
  way: "Match",
  notYet: "Not quite: some belong elsewhere.",
  paper: { note: "Write the letter that belongs to each." },
  parts: (question) => ({
    parts: question.pairs.map(({ id, text }) => ({ id, text })),
    targets: targetsOf(question),
  }),
  arrange: ({ parts, targets }, id, seed, permute) => ({
    parts: permute(parts, `${id} items`, seed),
    targets: permute(targets, `${id} targets`, seed),
  }),
  empty: () => ({ kind: "matched", to: none }),
  fits: ({ parts, targets }, answer) =>
    answer.kind === "matched" &&
    [...answer.to].every(
      ([part, target]) =>
        parts.some(({ id }) => id === part) && targets.some(({ id }) => id === target),
    ),
  missing: ({ parts }, answer) =>
    matchesIn(answer).size < parts.length ? "Give each of them a match first." : null,
  isRight: ({ pairs }, answer) =>
    answer.kind === "matched" &&
    answer.to.size === pairs.length &&
    pairs.every(({ id, target }) => answer.to.get(id) === target),
  // The reasons tell the targets: they are folded until somebody asks for them.
  explain({ pairs }, answer, isRight) {
    const given = matchesIn(answer);
    const parts = pairs.map(
      ({ id, target }) =>
        [id, { right: given.get(id) === target, why: "", refuted: null }] as const,
    );
    const reasons = pairs.map(({ id, text, to, why }) => ({
      ...{ id, why, refuted: null },
      text: `${text} → ${to}`,
    }));
    const title = isRight ? "Why do they belong together?" : "Show the answer";
    return { says: "", parts: new Map(parts), folded: { title, reasons } };
  },
  words(question, answer) {
    const { pairs } = question;
    const to = matchesIn(answer);
    const lost = [...to.keys()].filter((id) => !pairs.some((pair) => pair.id === id));
    const targets = targetsOf(question);
    const paired = [...pairs.map(({ id }) => id), ...lost].map((id) => {
      const target = to.get(id);
      return `${textOf(pairs, id)} → ${target === undefined ? "nothing" : textOf(targets, target)}`;
    });
    return paired.join("; ");
  },
  sheetKey({ pairs }, letterOf, { parts }) {
    const target = new Map(pairs.map((pair) => [pair.id, pair.target]));
    const letters = parts.map(
      ({ id }, at) => `${at + 1} ${letterOf(target.get(id) ?? "")}`,
    );
    return { write: letters.join(", "), whys: pairs.map(({ why }) => why) };
  },
  /** Keeps what was right. */
  retry: (answer, { parts }) => ({
    kind: "matched",
    to: new Map([...matchesIn(answer)].filter(([id]) => parts.get(id)?.right)),
  }),
  standing: (answer, part) => matchesIn(answer).get(part),
};
