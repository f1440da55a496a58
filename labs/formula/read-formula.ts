// Formulas from text, such as "z > 0 ? z : 0.1 * z". A text is read, never run.

import { constantOf } from "./evaluate";
import {
  call,
  constant,
  constants,
  type Formula,
  type FunctionName,
  type PairName,
  pair,
  sizeOf,
} from "./formula";
import { formulaLimits } from "./own-formula";

/**
 * Why a text is no formula: a sentence for the reader that names the place. `at` is the
 * place of the character, from 0 to the text's length; null where all of it is refused.
 */
export type RefusedFormula = { refused: string; at: number | null };

/** A formula, or why the text is none. */
export type ReadFormula = { formula: Formula } | RefusedFormula;

/** The functions of one number by the words of a text. */
const functionWords: ReadonlyMap<string, FunctionName> = new Map([
  ["abs", "abs"],
  ["sign", "sign"],
  ["sqrt", "sqrt"],
  ["exp", "exp"],
  ["expm1", "expm1"],
  ["log", "log"],
  ["ln", "log"],
  ["log1p", "log1p"],
  ["tanh", "tanh"],
  ["sigmoid", "logistic"],
  ["softplus", "softplus"],
  ["sin", "sine"],
  ["cos", "cosine"],
]);

/** The words of `functionWords`, for a reader who writes one; `ln` is `log`. */
export const functionNames = [...functionWords.keys()].filter((word) => word !== "ln");

/** Numbers beyond these are lost in single precision. */
const [smallest, largest] = [1e-30, 1e30];

/** Signs that can be written in more than one way. */
const alike: ReadonlyMap<string, string> = new Map([
  ["×", "*"],
  ["·", "*"],
  ["÷", "/"],
  ["−", "-"],
  ["≤", "<="],
  ["≥", ">="],
]);

type Token = { kind: "number" | "word" | "sign" | "end"; text: string; at: number };

const tokenShape =
  /((?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([A-Za-z_]\w*)|(\*\*)|(<=|>=|[-+*/^()<>?:,|×·÷−≤≥²³])/y;

/** Thrown by what reads a part of a text; the place is its cause. */
const refusal = (says: string, at: number) => new Error(says, { cause: at });

const placed = (text: string, at: number) => `“${text}” (character ${at + 1})`;

/** A token in words, with its place. */
const named = ({ kind, text, at }: Token) =>
  kind === "end" ? "The end" : placed(text, at);

function tokensOf(typed: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < typed.length; ) {
    if (/\s/.test(typed[at]!)) {
      at += 1;
      continue;
    }
    tokenShape.lastIndex = at;
    const [whole = "", number, word, raised] = tokenShape.exec(typed) ?? [];
    if (whole === "") {
      const sign = String.fromCodePoint(typed.codePointAt(at)!);
      throw refusal(`${placed(sign, at)} has no place in a formula.`, at);
    }
    const kind = number ? "number" : word ? "word" : "sign";
    const text = raised ? "^" : (alike.get(whole) ?? whole);
    tokens.push({ kind, text, at });
    at += whole.length;
  }
  return [...tokens, { kind: "end", text: "", at: typed.length }];
}

/** The formula that `tokens` spell. Throws the refusal where they spell none. */
function parse(tokens: readonly Token[], names: readonly string[]): Formula {
  let next = 0;
  const token = () => tokens[next]!;
  const isSign = (...signs: string[]) =>
    token().kind === "sign" && signs.includes(token().text);
  const take = () => tokens[next++]!;
  const unlike = (wanted: string, found = token()) =>
    refusal(`${named(found)} stands where ${wanted}.`, found.at);
  function expect(sign: string, after: string) {
    if (!isSign(sign)) {
      throw unlike(`“${sign}” should, ${after}`);
    }
    next += 1;
  }

  /** Throws where a part without names has no value that a network could use. */
  function usable(formula: Formula, from: Token): Formula {
    const size = Math.abs(constantOf(formula) ?? 0);
    if (size === 0 || (size >= smallest && size <= largest)) return formula;
    throw refusal(
      `The part from ${named(from)} on is no number that can be used: 0, or from ${smallest} to ${largest}.`,
      from.at,
    );
  }

  function pairs(
    signs: readonly ("+" | "-" | "*" | "/")[],
    part: () => Formula,
  ): () => Formula {
    return () => {
      const from = token();
      let left = part();
      for (;;) {
        const sign = signs.find((one) => isSign(one));
        if (!sign) return left;
        const at = take();
        const right = part();
        if (sign === "/" && constantOf(right) === 0) {
          throw refusal(`${named(at)} divides by 0.`, at.at);
        }
        left = usable(pair(sign, left, right), from);
      }
    };
  }

  function choice(): Formula {
    const left = sum();
    const relation = (["<=", ">=", "<", ">"] as const).find((one) => isSign(one));
    if (!relation) return left;
    const at = take();
    const right = sum();
    const after = `after the comparison at ${named(at)}, as in z > 0 ? z : 0`;
    expect("?", after);
    const yes = choice();
    expect(":", after);
    return { kind: "choice", left, relation, right, yes, no: choice() };
  }

  function signed(): Formula {
    if (isSign("+")) take();
    if (!isSign("-")) return power();
    take();
    const part = signed();
    return part.kind === "number" ? constant(-part.value) : call("negate", part);
  }

  function power(): Formula {
    const from = token();
    let base = atom();
    while (isSign("²", "³"))
      base = pair("^", base, constant(take().text === "²" ? 2 : 3));
    if (!isSign("^")) return usable(base, from);
    take();
    return usable(pair("^", base, signed()), from);
  }

  function enclosed(open: Token, close: string): Formula {
    const inside = choice();
    expect(close, `which closes ${named(open)}`);
    return inside;
  }

  function atom(): Formula {
    const at = take();
    if (at.kind === "number") return constant(Number(at.text));
    if (at.kind === "sign" && at.text === "(") return enclosed(at, ")");
    if (at.kind === "sign" && at.text === "|") return call("abs", enclosed(at, "|"));
    if (at.kind === "word") return isSign("(") ? called(at) : byName(at);
    throw unlike("a number or a name should", at);
  }

  function byName({ text, at }: Token): Formula {
    const value = constants.get(text);
    if (names.includes(text)) return { kind: "name", name: text };
    if (value !== undefined) return constant(value);
    const known = [...names, ...constants.keys()].join(", ");
    throw refusal(
      functionWords.has(text) || text === "min" || text === "max"
        ? `${placed(text, at)} needs its number in parentheses behind it.`
        : `${placed(text, at)} is not known; the names here are ${known}.`,
      at,
    );
  }

  function called(word: Token): Formula {
    take();
    const parts = [choice()];
    while (isSign(",")) {
      take();
      parts.push(choice());
    }
    expect(")", `which closes ${named(word)}`);
    const [first, ...others] = parts as [Formula, ...Formula[]];
    if (word.text === "min" || word.text === "max") {
      if (others.length === 0) {
        throw refusal(`${named(word)} compares two numbers.`, word.at);
      }
      return others.reduce(
        (one, other) => pair(word.text as PairName, one, other),
        first,
      );
    }
    const of = functionWords.get(word.text);
    if (!of) {
      throw refusal(`${named(word)} is not a function that is known here.`, word.at);
    }
    if (others.length > 0) throw refusal(`${named(word)} takes one number.`, word.at);
    return call(of, first);
  }

  const product = pairs(["*", "/"], signed);
  const sum = pairs(["+", "-"], product);
  const formula = choice();
  if (token().kind !== "end") throw unlike("a sign such as + or * should");
  return formula;
}

/** Reads a formula over `names`. The text may be anything. */
export function readFormula(text: string, names: readonly string[]): ReadFormula {
  const { characters, parts } = formulaLimits;
  const whole = (refused: string) => ({ refused, at: null });
  if (text.trim() === "") return whole("There is no formula yet.");
  if (text.length > characters) {
    return whole(
      `A formula has at most ${characters} characters; this one has ${text.length}.`,
    );
  }
  try {
    const formula = parse(tokensOf(text), names);
    const size = sizeOf(formula);
    return size > parts
      ? whole(`A formula has at most ${parts} parts; this one has ${size}.`)
      : { formula };
  } catch (error) {
    if (!(error instanceof Error) || typeof error.cause !== "number") throw error;
    return { refused: error.message, at: error.cause };
  }
}
