// Questions as an author writes them: YAML in, YAML out. A mistake names itself.
import { parse, stringify, YAMLParseError } from "yaml";
import { isFields } from "@/content/fields";
import { faultText } from "./file-fault";
import { blankFile } from "./kinds/blank-file";
import { oneFile, pointFile, predictFile, severalFile } from "./kinds/choice-file";
import type { FiledKind } from "./kinds/filed-kind";
import { matchFile } from "./kinds/match-file";
import { numberFile } from "./kinds/number-file";
import { orderFile } from "./kinds/order-file";
import { isKind, type Kind, kinds, type Question } from "./question";

/** How the questions of every kind are written; see `kinds` for all else. */
export const filedKinds: Readonly<Record<Kind, FiledKind<Question>>> = {
  one: oneFile,
  several: severalFile,
  point: pointFile,
  predict: predictFile,
  number: numberFile,
  blank: blankFile,
  order: orderFile,
  match: matchFile,
};

/** An author’s text, by its id or its place, in a path such as "options 2, why". */
function placeOf(value: unknown, at: number, path: readonly PropertyKey[]): string {
  const id =
    isFields(value) && typeof value.id === "string"
      ? value.id.slice(0, 80)
      : `question ${at + 1}`;
  const inside = path.map((key) =>
    typeof key === "number" ? key + 1 : `"${String(key)}"`,
  );
  return [id, ...(inside.length > 0 ? [inside.join(" ")] : [])].join(", ");
}

/** One question as an author would write it, parsed from YAML. Throws an Error that says what is wrong with it. */
export function readQuestion(value: unknown, at: number, where: string): Question {
  const kind = isFields(value) ? value.kind : undefined;
  if (!isKind(kind)) {
    const path = isFields(value) ? ["kind"] : [];
    const known = Object.keys(kinds).join(", ");
    const whose = isFields(value) ? "" : "is no question: its kind ";
    throw new Error(
      `${where}, ${placeOf(value, at, path)}: ${whose}must be one of ${known}`,
    );
  }
  const { form, read } = filedKinds[kind];
  const written = form.safeParse(value, { error: faultText });
  if (!written.success) {
    const [issue] = written.error.issues;
    const place = placeOf(value, at, issue?.path ?? []);
    throw new Error(`${where}, ${place}: ${issue?.message ?? "odd"}`);
  }
  try {
    const question = read(written.data);
    if (question.reworded !== question.asks) return question;
    throw new Error("is reworded in the same words");
  } catch (error) {
    const says = error instanceof Error ? error.message : error;
    throw new Error(`${where}, ${placeOf(value, at, [])}: ${says}`);
  }
}

/** What a YAML text holds. Throws an Error that names the line where it breaks off. */
function valueIn(yaml: string, where: string): unknown {
  try {
    return parse(yaml);
  } catch (error) {
    const [at] = (error instanceof YAMLParseError && error.linePos) || [];
    const line = at ? `, line ${at.line}` : "";
    throw new Error(`${where}${line}: cannot be read as YAML from here on`);
  }
}

/** Reads the questions in a YAML text. Throws an Error that names what is wrong. */
export function parseQuestions(yaml: string, where: string): Question[] {
  const listed = valueIn(yaml, where);
  if (!Array.isArray(listed)) throw new Error(`${where}: not a list of questions`);
  return listed.map((value, at) => readQuestion(value, at, where));
}

function written(question: Question) {
  const { id, idea, section, kind, asks, reworded, hints } = question;
  return {
    ...{ id, idea },
    ...(section ? { section } : {}),
    ...{ kind, asks },
    ...(reworded === undefined ? {} : { reworded }),
    ...(hints.length > 0 ? { hints } : {}),
    ...filedKinds[kind].write(question),
  };
}

/** The same questions come out where `parseQuestions` reads it. */
export const yamlOf = (questions: readonly Question[]): string =>
  stringify(questions.map(written), { lineWidth: 0 });
