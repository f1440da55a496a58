// Reads GIFT, question by question, so that a bad one does not spoil the others.
import { type GIFTQuestion, SyntaxError as GiftError, parse } from "gift-pegjs";
import { type Idea, isIdea } from "@/content/ideas";
import { lostIn } from "@/content/markup/gift-text";
import type { GiftDraft, Tell } from "@/content/quiz/kinds/filed-kind";
import { isKind, type Question } from "@/content/quiz/question";
import { filedKinds, readQuestion } from "@/content/quiz/question-file";
import { strictGift } from "./moodle-gift";

/** `line`: where the question, or the mistake, stands. `lost`: the question is left out. */
type GiftNotice = { line: number; says: string; lost: boolean };

/** All that came of a text. */
export type Reading = { questions: Question[]; notices: GiftNotice[] };

/** The most that is read at a time. */
export const limits = { bytes: 1_000_000, questions: 1000, characters: 30_000 };

/** A mistake that is often made, by its look; null where it is another. */
function mistakeIn(text: string): string | null {
  const bare = text.replace(/\\[\\~=#{}:n]/g, "");
  const count = (mark: string) => bare.split(mark).length - 1;
  if (count("{") > count("}")) return "A closing brace } is missing.";
  if (count("{") < count("}")) return "An opening brace { is missing.";
  if (count("{") > 1) return "It has more than one pair of braces.";
  return null;
}

/** The sign at which reading stopped, and the words before it. */
function placeOf(text: string, at: number): string {
  const before = text
    .slice(Math.max(0, at - 24), at)
    .replace(/\s+/g, " ")
    .trim();
  const after = before === "" ? "at its beginning" : `after “${before}”`;
  const sign = text.slice(at).trimStart()[0];
  return sign
    ? `The sign “${sign}” ${after} cannot stand there.`
    : `It ends too early, ${after}.`;
}

function parsed(piece: Piece): GIFTQuestion[] | GiftNotice {
  const text = strictGift(piece.text);
  try {
    return parse(text);
  } catch (error) {
    const at = error instanceof GiftError ? error.location.start : { line: 1, offset: 0 };
    const line = piece.lines[at.line - 1] ?? piece.line;
    const says = `This is no question. ${mistakeIn(piece.text) ?? placeOf(text, at.offset)}`;
    return { line, says, lost: true };
  }
}

const kebab = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 70)
    .replace(/^-|-$/g, "");

const tagged = (tags: readonly string[], name: string) =>
  tags.find((tag) => tag.startsWith(`${name}:`))?.slice(name.length + 1) ?? "";

/** Throws an Error that says why where the course has no such kind. */
function draftOf(read: GIFTQuestion, tell: Tell): GiftDraft {
  const { asked, said } = lostIn(read);
  if (asked.length > 0) throw new Error(`it shows ${asked[0]}, which would be lost`);
  if (said.length > 0) tell(`Of what is said of its answers ${said[0]} is left out.`);
  const kept = read.type === "Matching";
  if (!kept && "globalFeedback" in read && read.globalFeedback) {
    tell("Its general feedback is left out.");
  }
  for (const { fromGift } of Object.values(filedKinds)) {
    const draft = fromGift?.(read, tell);
    if (draft) return draft;
  }
  throw new Error(
    read.type === "Essay"
      ? "it asks for an essay, which nobody here would read"
      : "it asks nothing: it only describes",
  );
}

/** Throws where the question cannot be had. An author’s file decides what is one. */
function questionOf(read: GIFTQuestion, id: string, idea: Idea, tell: Tell): Question {
  const tags = ("tags" in read && read.tags) || [];
  const of = tagged(tags, "idea");
  const section = tagged(tags, "section");
  const kind = tagged(tags, "kind");
  const lost = isKind(kind) ? filedKinds[kind].shownHereAlone : undefined;
  if (lost) tell(lost);
  const head = { id, idea: isIdea(of) ? of : idea, section };
  return readQuestion({ ...head, ...draftOf(read, tell) }, 0, "");
}

/** `idea`: of the questions that name none of the course's. Never throws. */
export function readGift(text: string, idea: Idea): Reading {
  const reading: Reading = { questions: [], notices: [] };
  const tell = (line: number, lost: boolean) => (says: string) =>
    reading.notices.push({ line, says, lost });
  if (new TextEncoder().encode(text).length > limits.bytes) {
    tell(1, true)("The text is longer than 1 MB. Import it in parts.");
    return reading;
  }
  const ids = new Set<string>();
  let unread = 0;
  for (const piece of pieces(text)) {
    if (ids.size + unread >= limits.questions) {
      tell(piece.line, true)("From here on nothing was read: 1000 questions at a time.");
      break;
    }
    if (piece.text.length > limits.characters) {
      tell(
        piece.line,
        true,
      )("This is too long for one question. Is an empty line missing?");
      continue;
    }
    const read = parsed(piece);
    if (!Array.isArray(read)) {
      reading.notices.push(read);
      unread += 1;
      continue;
    }
    for (const one of read) {
      const name = kebab(one.id ?? "") || kebab(one.title ?? "") || "imported";
      let id = name;
      for (let more = 2; ids.has(id); more += 1) id = `${name}-${more}`;
      ids.add(id);
      try {
        reading.questions.push(questionOf(one, id, idea, tell(piece.line, false)));
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const says = why.replace(`, ${id}`, "").replace(/^[:,] /, "");
        tell(piece.line, true)(`“${id}” is left out: ${says}.`);
      }
    }
  }
  return reading;
}

/** The text of one question. `lines`: where each line of the text stood. */
type Piece = { line: number; text: string; lines: readonly number[] };

const isComment = (line: string) => line.trimStart().startsWith("//");

/** Empty lines part questions. A comment inside a question is taken out, as Moodle does it. */
function pieces(text: string): Piece[] {
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
    // Questions are put under the ideas of the course, not under a file's categories.
    if (/^[ \t]*($|\$CATEGORY:)/.test(line)) close();
    else open.push({ text: line, line: at + 1 });
  });
  close();
  return found;
}
