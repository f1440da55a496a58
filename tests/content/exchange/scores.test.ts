// The same answers earn the same by every route that can: here, in GIFT, QTI 2.1 and 1.2, and
// in a cartridge, each judged by a reader that shares nothing with what wrote it.
import { type GIFTQuestion, parse } from "gift-pegjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cartridgeOf } from "@/content/exchange/cartridge";
import { giftOf } from "@/content/exchange/gift";
import { qtiOf } from "@/content/exchange/qti";
import { canvasOf } from "@/content/exchange/qti12";
import { seeded } from "@/content/quiz/kinds/draw";
import type { Fate } from "@/content/quiz/kinds/filed-kind";
import { readAllQuestions } from "@/content/quiz/lesson-questions";
import { drawn, isRight, type Question } from "@/content/quiz/question";
import { filedKinds } from "@/content/quiz/question-file";
import { times } from "../../soak";
import { everyKind } from "../quiz/every-kind";
import { giftScore, type Placed } from "./gift-score";
import { asAnswer, placedAnswers } from "./placed-answers";
import { outcomes } from "./qti-score";
import { processed } from "./qti12-score";
import { randomQuestion } from "./random-question";
import { all, type Node, openReader, textOf, the } from "./xml-reader";
import { zipEntries } from "./zip-entries";

const exported = { title: "All of it", seed: 5, placeOf: () => null };

let reader: Awaited<ReturnType<typeof openReader>>;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader.close());

/** The texts of a file's HTML, by the HTML. */
async function unpacked(quiz: Node): Promise<ReadonlyMap<string, string>> {
  const texts = all(quiz, "mattext").filter(
    ({ attributes }) => attributes.texttype === "text/html",
  );
  const html = [...new Set(texts.map(textOf))];
  const nodes = await reader.read(
    html.map((one) => `<x>${one.replace(/&(?!\w+;)/g, "&amp;")}</x>`),
  );
  return new Map(html.map((one, at) => [one, textOf(nodes[at] as Node)]));
}

type Files = {
  gift: GIFTQuestion;
  qti: Node;
  canvas: Node;
  /** Undefined where it is left out. */
  cartridge: Node | undefined;
  htmlTexts: ReadonlyMap<string, string>;
};

/** All the files of some questions, read: by the question's id. */
async function written(questions: readonly Question[]): Promise<Map<string, Files>> {
  const gift = parse(giftOf(questions, exported)).filter(
    ({ type }) => type !== "Category",
  );
  const qti = zipEntries(qtiOf(questions, exported));
  const [canvas, cartridge] = [
    zipEntries(canvasOf(questions, exported).bytes).get("quiz.xml") ?? "",
    zipEntries(
      cartridgeOf([{ name: "all", title: "All", links: [], questions }], exported).bytes,
    ).get("quizzes/all.xml") ?? "",
  ];
  const items = questions.map(({ id }) => qti.get(`items/item-${id}.xml`) ?? "");
  const [canvasQuiz, cartridgeQuiz, ...nodes] = await reader.read([
    canvas,
    cartridge,
    ...items,
  ]);
  if (!canvasQuiz || !cartridgeQuiz) throw new Error("no quiz");
  const htmlTexts = await unpacked(canvasQuiz);
  const titled = (quiz: Node) =>
    new Map(all(quiz, "item").map((item) => [item.attributes.title, item]));
  const [inCanvas, inCartridge] = [titled(canvasQuiz), titled(cartridgeQuiz)];
  return new Map(
    questions.map(({ id }, at) => [
      id,
      {
        gift: gift[at] as GIFTQuestion,
        qti: nodes[at] as Node,
        canvas: inCanvas.get(id.replaceAll("-", " ")) as Node,
        cartridge: inCartridge.get(id.replaceAll("-", " ")),
        htmlTexts,
      },
    ]),
  );
}

/** Texts as XML has them. */
const plain = (text: string) => text.replace(/\r\n?/g, "\n");

/** The points in QTI 2.1. */
function qtiPoints(asked: Question, item: Node, answer: Placed): number {
  const named = (within: Node, name: string, text: string) =>
    all(within, name).find((one) => textOf(one) === plain(text))?.attributes.identifier ??
    "none";
  function response(): string[] {
    if (answer.kind === "typed") return answer.text.trim() === "" ? [] : [answer.text];
    if (answer.kind === "ticked" && "options" in asked) {
      return answer.options.map((at) =>
        named(item, "simpleChoice", asked.options[at]?.text ?? ""),
      );
    }
    if (answer.kind === "ordered" && asked.kind === "order") {
      return answer.items.map((at) =>
        named(item, "simpleChoice", asked.items[at]?.text ?? ""),
      );
    }
    if (answer.kind === "matched" && asked.kind === "match") {
      const [left, right] = all(item, "simpleMatchSet");
      if (!left || !right) throw new Error("no sets");
      const name = (set: Node, text = "") => named(set, "simpleAssociableChoice", text);
      return asked.pairs.map(
        ({ text }, at) =>
          `${name(left, text)} ${name(right, asked.pairs[answer.to[at] ?? 0]?.to)}`,
      );
    }
    throw new Error(`no ${answer.kind} for ${asked.kind}`);
  }
  return Number(outcomes(item, response()).get("SCORE")?.[0]);
}

/** The points in QTI 1.2, from 0 to 1. */
function qti12Points(
  asked: Question,
  item: Node,
  htmlTexts: ReadonlyMap<string, string>,
  answer: Placed,
): number {
  const shownText = (node: Node) => {
    const text = the(node, "mattext");
    return text.attributes.texttype === "text/html"
      ? htmlTexts.get(textOf(text))
      : textOf(text);
  };
  const named = (within: Node, text = "") =>
    all(within, "response_label").find((one) => shownText(one) === plain(text))
      ?.attributes.ident ?? "none";
  const lids = all(item, "response_lid");
  const lidOf = (text = "") => lids.find((one) => shownText(one) === plain(text)) as Node;
  const matched = (pairs: readonly (readonly [left: string, right: string])[]) =>
    new Map(
      pairs.map(([left, right]) => {
        const lid = lidOf(left);
        return [lid.attributes.ident ?? "", [named(lid, right)]];
      }),
    );
  function responses(): Map<string, string[]> {
    if (answer.kind === "typed") return new Map([["response1", [answer.text]]]);
    if (answer.kind === "ticked" && "options" in asked) {
      return new Map([
        ["response1", answer.options.map((at) => named(item, asked.options[at]?.text))],
      ]);
    }
    if (answer.kind === "ordered" && asked.kind === "order") {
      return matched(
        answer.items.map((of, at) => [asked.items[of]?.text ?? "", String(at + 1)]),
      );
    }
    if (answer.kind === "matched" && asked.kind === "match") {
      return matched(
        asked.pairs.map(({ text }, at) => [
          text,
          asked.pairs[answer.to[at] ?? 0]?.to ?? "",
        ]),
      );
    }
    throw new Error(`no ${answer.kind} for ${asked.kind}`);
  }
  return processed(item, responses()).score / 100;
}

/** Spaces that the standard's own comparison of texts, or Moodle's, does not pass over. */
const isPadded = ({ kind, ...answer }: Placed) =>
  kind === "typed" && "text" in answer && answer.text !== answer.text.trim();

const formats = ["gift", "qti", "canvas", "cartridge"] as const;

/** Each format's points; null where it leaves the question out, or cannot judge the answer. */
function pointsOf(asked: Question, files: Files, answer: Placed) {
  const { gift, qti, canvas, cartridge, htmlTexts } = files;
  const padded = isPadded(answer);
  return {
    gift: giftScore(gift, answer),
    qti: qtiPoints(asked, qti, answer),
    canvas: padded ? null : qti12Points(asked, canvas, htmlTexts, answer),
    cartridge:
      padded || !cartridge ? null : qti12Points(asked, cartridge, htmlTexts, answer),
  };
}

/** Moodle has no equal shares of 11 and 12 parts; elsewhere points differ by rounding alone. */
function leeway(asked: Question): number {
  if (asked.kind !== "several") return 1e-4;
  const right = asked.options.filter((option) => option.right).length;
  return Math.max(right, asked.options.length - right) > 10 ? 0.1 : 1e-4;
}

async function check(questions: readonly Question[]) {
  const files = await written(questions);
  /** Kinds and formats in which an answer has earned a part, and those that were left out. */
  const [parts, left] = [new Set<string>(), new Set<string>()];
  for (const question of questions) {
    const asked = drawn(question, exported.seed);
    const { fates } = filedKinds[asked.kind];
    const file = files.get(question.id);
    if (!file) throw new Error(`no file of ${question.id}`);
    if (!file.cartridge) left.add(asked.kind);
    for (const answer of placedAnswers(asked, seeded(`answers ${question.id}`, 0))) {
      const kept = asAnswer(asked, answer);
      const seed = kept.kind === "typed" ? { seed: exported.seed } : {};
      const here = isRight(question, { ...kept, ...seed });
      const points = pointsOf(asked, file, answer);
      for (const format of formats) {
        const given = points[format];
        if (given === null) continue;
        const of = `${question.id} in ${format}: ${JSON.stringify(answer)}`;
        if (fates[format]?.leftOut && given === 0) continue;
        const wanted = fates[format]?.inParts ? points.gift : Number(here);
        expect(Math.abs(given - wanted), of).toBeLessThan(leeway(asked));
        expect(given === 1, of).toBe(here);
        if (given > 0 && given < 1) parts.add(`${asked.kind} ${format}`);
      }
    }
  }
  const told = (of: (fate: Fate) => unknown) =>
    Object.entries(filedKinds).flatMap(([kind, { fates }]) =>
      formats
        .filter((format) => of(fates[format] ?? {}))
        .map((format) => `${kind} ${format}`),
    );
  expect(parts).toEqual(new Set(told(({ inParts }) => inParts)));
  expect([...left].map((kind) => `${kind} cartridge`).sort()).toEqual(
    told(({ leftOut }) => leftOut).sort(),
  );
}

test("answers to the course’s questions earn the same by every route that can", async () => {
  const lessons = await readAllQuestions();
  await check([...lessons.flatMap(({ questions }) => questions), ...everyKind]);
});

const random = times(200, 2000);

test(`so do answers to ${random} random questions`, async () => {
  await check(Array.from({ length: random }, (_, seed) => randomQuestion(seed)));
});
