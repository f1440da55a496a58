// Items to bring into order.
import {
  type Answer,
  type Head,
  type KindRecord,
  type Parts,
  sameIds,
  textOf,
} from "./kind";

/** Items are to be ordered. */
export type OrderQuestion = Head & {
  kind: "order";
  /** In the right order. */
  items: readonly { id: string; text: string; why: string }[];
};

const itemsIn = (answer: Answer) => (answer.kind === "ordered" ? answer.items : []);

/** Its record. */
export const order: KindRecord<OrderQuestion> = {
  name: "put in order",
  way: "Put in order",
  notYet: "Not in order yet: some stand elsewhere.",
  paper: { line: "In order:" },
  parts: ({ items }) => ({
    parts: items.map(({ id, text }) => ({ id, text })),
    targets: [],
  }),
  // Items that stood in order would give the answer away.
  arrange: ({ parts, targets }, id, seed, permute) => ({
    parts: permute(parts, `${id} items`, seed, true),
    targets,
  }),
  empty: ({ parts }: Parts) => ({ kind: "ordered", items: parts.map(({ id }) => id) }),
  fits: ({ parts }, answer) =>
    answer.kind === "ordered" &&
    new Set(answer.items).size === parts.length &&
    sameIds(
      answer.items,
      parts.map(({ id }) => id),
    ),
  missing: () => null,
  isRight: ({ items }, answer) =>
    answer.kind === "ordered" &&
    answer.items.length === items.length &&
    items.every(({ id }, place) => answer.items[place] === id),
  // The reasons tell the places: they are folded until somebody asks for them.
  explain({ items }, answer, isRight) {
    const given = itemsIn(answer);
    const parts = items.map(
      ({ id }, place) =>
        [id, { right: given[place] === id, why: "", refuted: null }] as const,
    );
    const reasons = items.map((item) => ({ ...item, refuted: null }));
    const title = isRight ? "Why this order?" : "Show the answer";
    return { says: "", parts: new Map(parts), folded: { title, reasons } };
  },
  words: ({ items }, answer) =>
    `order: ${itemsIn(answer)
      .map((id) => textOf(items, id))
      .join(", ")}`,
  sheetKey: ({ items }, letterOf) => ({
    write: items.map(({ id }) => letterOf(id)).join(", "),
    whys: items.map(({ why }) => why),
  }),
  retry: (answer) => answer,
  standing: (answer, part) => itemsIn(answer).indexOf(part),
};
