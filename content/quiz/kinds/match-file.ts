// Pairs to match, in files.
import type { GIFTQuestion } from "gift-pegjs";
import * as z from "zod";
import { giftMatches, giftPairs } from "@/content/markup/gift-text";
import { element, htmlOf } from "@/content/markup/markup";
import {
  declaration,
  isCorrect,
  mapping,
  named,
  prompt,
  scoredInParts,
  share,
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
import { type MatchQuestion, targetsOf } from "./match";

const form = z.strictObject({
  ...head,
  kind: z.literal("match"),
  pairs: z
    .array(z.strictObject({ id: partId, text, to: text, target: partId, why: text }))
    .min(2, "needs two pairs or more")
    .max(12),
});

type WrittenPair = z.infer<typeof form>["pairs"][number];

/** The id of each right-hand side, by its text: the one that a pair names, or one made of it. */
function targetIds(pairs: readonly WrittenPair[]): ReadonlyMap<string, string> {
  const texts = [...new Set(pairs.map(({ to }) => to))];
  const targets = withIds(
    texts.map((text) => ({
      text,
      id: pairs.find(({ to, target }) => to === text && target)?.target,
    })),
  );
  const ids = new Map(targets.map(({ id, text }) => [text, id]));
  if (pairs.some(({ to, target }) => target && target !== ids.get(to))) {
    throw new Error("two pairs that lead to the same name it differently");
  }
  return ids;
}

function fromGift(read: GIFTQuestion, tell: Tell) {
  if (read.type !== "Matching") return null;
  const { asks, pairs, lost } = giftPairs(read);
  if (lost) tell(lost);
  return {
    kind: "match",
    asks,
    pairs: pairs.map((pair) => ({ ...pair, why: whyOf(pair.why, true) })),
  };
}

/** A matching, in files. */
export const matchFile: FiledKind<MatchQuestion, z.infer<typeof form>> = {
  form,
  read({ pairs, ...rest }) {
    if (isRepeated(pairs)) throw new Error("two pairs begin alike");
    const targets = targetIds(pairs);
    if (targets.size < 2) throw new Error("all pairs lead to the same");
    const named = withIds(pairs).map((pair) => ({
      ...pair,
      target: targets.get(pair.to) ?? "",
    }));
    return { ...rest, pairs: named };
  },
  write(question) {
    const { pairs } = question;
    const targets = targetsOf(question);
    const [ids, targetIds] = [writtenIds(pairs), writtenIds(targets)];
    const written = pairs.map(({ text, to, target, why }, at) => {
      const { id } = targetIds[targets.findIndex((one) => one.id === target)] ?? {};
      return { ...ids[at], text, to, ...(id ? { target } : {}), why };
    });
    return { pairs: written };
  },
  gift: ({ pairs }, asks) => giftMatches(asks, pairs),
  fromGift,
  qti(question, asks, shown) {
    const { pairs } = question;
    const targets = targetsOf(question);
    const nameOf = (letter: string, of: readonly { id: string }[], id: string) =>
      named(
        letter,
        of.findIndex((one) => one.id === id),
      );
    const key = pairs.map(
      ({ target }, at) => `${named("L", at)} ${nameOf("R", targets, target)}`,
    );
    const choice = (identifier: string, text: string, matchMax: number) =>
      element("simpleAssociableChoice", { identifier, matchMax }, htmlOf(text));
    const left = shown.parts.map(({ id, text }) =>
      choice(nameOf("L", pairs, id), text, 1),
    );
    const right = shown.targets.map(({ id, text }) =>
      choice(nameOf("R", targets, id), text, pairs.length),
    );
    const sets = [left, right].map((set) => element("simpleMatchSet", {}, set.join("")));
    const attributes = {
      responseIdentifier: "RESPONSE",
      shuffle: false,
      maxAssociations: pairs.length,
    };
    const worths = mapping(key.map((pair) => [pair, share(pairs.length)]));
    const whys = whyList(pairs, shown.parts);
    return {
      declaration: declaration("multiple", "directedPair", key, worths),
      body: element("matchInteraction", attributes, prompt(asks) + sets.join("")),
      scoring: scoredInParts,
      ...twoWords(isCorrect, whys, whys),
    };
  },
  qti12({ pairs }, { parts, targets }, form) {
    if (form === "cartridge") return null;
    const shown = parts.flatMap(({ id }) => pairs.filter((pair) => pair.id === id));
    const to = targets.map(({ text }) => text);
    return matchParts(shown, to, whyList(pairs, parts));
  },
  fates: {
    ...{ gift: { inParts: true }, qti: { inParts: true }, canvas: { inParts: true } },
    cartridge: { leftOut: "left out" },
  },
};
