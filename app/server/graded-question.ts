// One question of a graded quiz, as it is presented to a learner and as it is judged.
import { createHash } from "node:crypto";
import { answerText, isAnswerText, readAnswerText } from "@/content/quiz/answer-text";
import { type Answer, type Parts, renamed } from "@/content/quiz/kinds/kind";
import {
  asKept,
  drawn,
  formerPlacesShown,
  isRight,
  kinds,
  missingIn,
  type Presented,
  present,
  type Question,
  readAnswer,
} from "@/content/quiz/question";
import { keptText } from "./judged-answers";

const hashOf = (secret: string, text: string) =>
  createHash("sha256").update(`${secret} ${text}`).digest();

/** 1 to 2³¹ − 1, the same for the same texts. */
const seedIn = (secret: string, question: string): number =>
  hashOf(secret, question).readUInt32BE(0) & 0x7fffffff || 1;

function isDrawn(question: Question, seed: number): boolean {
  try {
    drawn(question, seed);
    return true;
  } catch {
    return false;
  }
}

/** The seed of a question; one by which its numbers divide by zero, say, is passed over. */
function seedOf(secret: string, question: Question): number {
  const first = seedIn(secret, question.id);
  for (let seed = first; seed < first + 100; seed += 1) {
    if (isDrawn(question, seed)) return seed;
  }
  return first;
}

/** Names for the parts, by their ids, that tell a learner nothing: an author's id might. */
function namesOf(secret: string, question: Question) {
  const { parts, targets } = kinds[question.kind].parts(question);
  const named = (letter: string, list: Parts["parts"]) =>
    new Map(
      list.map(({ id }) => {
        const hash = hashOf(secret, `${question.id} ${letter} ${id}`);
        return [id, `${letter}${hash.toString("hex", 0, 5)}`] as const;
      }),
    );
  return { parts: named("p", parts), targets: named("t", targets) };
}

const reversed = (names: ReadonlyMap<string, string>) =>
  new Map([...names].map(([id, name]) => [name, id]));

/**
 * The question as a learner sees it. It holds no seed: from it the page's own code would
 * tell which part stands where in the file, and so the right order.
 */
export function presentTo(secret: string, question: Question): Presented {
  const presented = present(question, seedOf(secret, question));
  const names = namesOf(secret, question);
  return {
    ...presented,
    seed: 0,
    parts: presented.parts.map((one) => ({ ...one, id: names.parts.get(one.id) ?? "" })),
    targets: presented.targets.map((one) => ({
      ...one,
      id: names.targets.get(one.id) ?? "",
    })),
  };
}

/** The longest typed answer; none needs more. */
const longestTyped = 500;

/** Whether an answer is a whole one. Nobody's own run decides here: a prediction is a choice. */
const isWhole = (presented: Presented, answer: Answer): boolean =>
  missingIn(presented, answer) === null &&
  kinds[presented.kind].fits(presented, answer) &&
  answer.kind !== "predicted" &&
  (answer.kind !== "typed" ||
    (answer.seed === undefined && answer.text.length <= longestTyped));

/**
 * The text of a learner, who names parts as they were presented, judged and with their ids;
 * null where it is no answer to the question.
 */
export function judgedText(
  secret: string,
  question: Question,
  text: string,
): { text: string; right: boolean } | null {
  const seed = seedOf(secret, question);
  const names = namesOf(secret, question);
  const places = formerPlacesShown(question, seed);
  const shown = readAnswerText(keptText(text), {
    parts: places.parts.map((id) => names.parts.get(id) ?? "gone"),
    targets: places.targets.map((id) => names.targets.get(id) ?? "gone"),
  });
  if (!shown || !isWhole(presentTo(secret, question), shown)) return null;
  const [parts, targets] = [reversed(names.parts), reversed(names.targets)];
  const answer = renamed(
    asKept(shown, seed),
    (name) => parts.get(name) ?? name,
    (name) => targets.get(name) ?? name,
  );
  return { text: answerText(answer), right: isRight(question, answer) };
}

/** A kept text with the names that the learner was given; "none" if the file changed. */
export function shownText(secret: string, question: Question, text: string): string {
  const answer = readAnswer(question, text);
  if (!answer) return "none";
  if (answer.kind === "typed") return answerText({ kind: "typed", text: answer.text });
  const names = namesOf(secret, question);
  const gone = "?";
  const shown = renamed(
    answer,
    (id) => names.parts.get(id) ?? gone,
    (id) => names.targets.get(id) ?? gone,
  );
  const written = answerText(shown);
  return isAnswerText(written) ? written : "none";
}
