// Items to be ordered, in files.
import type { GIFTQuestion } from "gift-pegjs";
import * as z from "zod";
import { giftMatches, giftPairs } from "@/content/markup/gift-text";
import { element, htmlOf } from "@/content/markup/markup";
import {
  declaration,
  isCorrect,
  named,
  prompt,
  scoredByPlace,
  twoWords,
  whyList,
} from "@/content/markup/qti-parts";
import { matchParts } from "@/content/markup/qti12-parts";
import {
  type FiledKind,
  head,
  isRepeated,
  partId,
  type Tell,
  text,
  whyOf,
  withIds,
  writtenIds,
} from "./filed-kind";
import type { OrderQuestion } from "./order";

const form = z.strictObject({
  ...head,
  kind: z.literal("order"),
  items: z
    .array(z.strictObject({ id: partId, text, why: text }))
    .min(2, "needs two items or more")
    .max(12),
});

/** A matching with the numbers of places, which GIFT knows no better way for, and says so. */
function fromGift(read: GIFTQuestion, tell: Tell) {
  if (read.type !== "Matching" || !read.tags?.includes("kind:order")) return null;
  const { asks, pairs, lost } = giftPairs(read);
  const sorted = pairs.toSorted((one, other) => Number(one.to) - Number(other.to));
  if (sorted.some(({ to }, at) => Number(to) !== at + 1)) return null;
  if (lost) tell(lost);
  const items = sorted.map(({ text, why }) => ({ text, why: whyOf(why, true) }));
  return { kind: "order", asks, items };
}

const asPlaces = { as: "a matching with the places 1, 2, 3 …", inParts: true } as const;

/** An order, in files. */
export const orderFile: FiledKind<OrderQuestion, z.infer<typeof form>> = {
  form,
  read({ items, ...rest }) {
    if (isRepeated(items)) throw new Error("two items are the same");
    return { ...rest, items: withIds(items) };
  },
  write({ items }) {
    const ids = writtenIds(items);
    return { items: items.map(({ text, why }, at) => ({ ...ids[at], text, why })) };
  },
  gift: ({ items }, asks) =>
    giftMatches(
      asks,
      items.map((item, at) => ({ ...item, to: String(at + 1) })),
    ),
  fromGift,
  qti({ items }, asks, shown) {
    const choices = shown.parts.map(({ id, text }) => {
      const identifier = named(
        "I",
        items.findIndex((item) => item.id === id),
      );
      return element("simpleChoice", { identifier }, htmlOf(text));
    });
    const attributes = { responseIdentifier: "RESPONSE", shuffle: false };
    const right = items.map((_, at) => named("I", at));
    // A wrong answer is not told the order.
    const whys = whyList(items, shown.parts);
    return {
      declaration: declaration("ordered", "identifier", right),
      body: element("orderInteraction", attributes, prompt(asks) + choices.join("")),
      scoring: scoredByPlace(right),
      ...twoWords(isCorrect, whys, whys),
    };
  },
  qti12({ items }, { parts }, form) {
    if (form === "cartridge") return null;
    const shown = parts.flatMap(({ id, text }) => {
      const place = items.findIndex((item) => item.id === id) + 1;
      return [{ text, to: String(place) }];
    });
    const places = items.map((_, at) => String(at + 1));
    return matchParts(shown, places, whyList(items, parts));
  },
  fates: {
    ...{ gift: asPlaces, qti: { inParts: true }, canvas: asPlaces },
    cartridge: { leftOut: "left out" },
  },
};
