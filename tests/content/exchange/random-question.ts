// Questions made of the texts that importers stumble over.

import { ideas, isIdea } from "@/content/ideas";
import type { Option } from "@/content/quiz/kinds/choice";
import { type Draw, seeded } from "@/content/quiz/kinds/draw";
import { withIds } from "@/content/quiz/kinds/filed-kind";
import type { Kind, Question } from "@/content/quiz/question";

const pieces = [
  ...["a", "b", "word", "Weight", "loss", "7", "0.5", "x²", "−1", "×", "…", "50 %", "5%"],
  ...[
    "~",
    "=",
    "#",
    "{",
    "}",
    ":",
    "::",
    "\\",
    "\\n",
    "\\\\",
    "//",
    "####",
    "->",
    "$",
    "%",
  ],
  ...[
    "$\\frac{a}{b}$",
    "\\(x^2\\)",
    "\\[\\sum_{i=1}^{n} w_i\\]",
    "`code`",
    "`a = {b: 1}`",
  ],
  ...[
    "<b>",
    "</code>",
    "<br/>",
    "]]>",
    "<![CDATA[",
    "<!--",
    "&amp;",
    "&lt;",
    "&#65;",
    "&",
  ],
  ...[
    "😀",
    "👩‍🔬",
    "مرحبا",
    "שלום",
    "é",
    "e\u0301",
    "n\u0303",
    "漢字",
    "“q”",
    "'",
    '"',
    "‏",
  ],
  ...[
    "[html]",
    "[markdown]",
    "[plain]",
    "[id:x]",
    "$CATEGORY: a",
    "%50%",
    "T",
    "TRUE",
    "F",
  ],
  ...["*", "a*b", "`", "- ", "? ", "! ", "| ", "@", "null", "yes", "1:2", "{{n}}", "\t"],
  ...[
    "\u00a0",
    "\u2028",
    "\u0085",
    "\ufeff",
    "_",
    "____",
    "(in ms)",
    "{T}",
    "{#3}",
    "\n",
  ],
];

export type Made = {
  /** A whole number from 0 to less than `most`. */
  draw: Draw;
  /** A text such as every question holds: trimmed, not empty. */
  text(): string;
  /** Such texts, no two alike. */
  texts(count: number): string[];
  /** Parts with ids: made of their texts, or of every third question its own. */
  named<T extends { text: string }>(parts: readonly T[]): (T & { id: string })[];
};

export function maker(seed: number): Made {
  const draw = seeded("questions", seed);
  const pick = () => pieces[draw(pieces.length)] ?? "";
  function text(): string {
    const words = Array.from({ length: 1 + draw(6) }, pick);
    const joined = words.join(draw(3) ? " " : "").trim();
    return joined === "" ? "word" : joined;
  }
  function texts(count: number) {
    const found = new Set<string>();
    while (found.size < count) found.add(text());
    return [...found];
  }
  const named = <T extends { text: string }>(parts: readonly T[]) =>
    withIds(parts.map((part, at) => (seed % 3 ? part : { ...part, id: `own-id-${at}` })));
  return { draw, text, texts, named };
}

const kinds: readonly Kind[] = [
  ...([
    "one",
    "several",
    "point",
    "predict",
    "number",
    "blank",
    "order",
    "match",
  ] as const),
];

/** In one line: Moodle shows the right-hand side of a match in a list to choose from. */
const inOneLine = (text: string) => text.replace(/\s+/g, " ").trim() || "word";

function options({ draw, text, texts, named }: Made, several: boolean): Option[] {
  const count = 2 + draw(several ? 11 : 6);
  const key = draw(count);
  const at = draw(2) ? {} : { at: 1 + draw(300) };
  const refuted = draw(4) ? null : { lab: "loss", claim: "squared-falls", ...at };
  return named(
    texts(count).map((one, at) => {
      const right = at === key || (several && draw(2) === 0);
      return { text: one, right, why: text(), refuted: right ? null : refuted };
    }),
  );
}

function ofKind(kind: Kind, made: Made) {
  const { draw, text, texts, named } = made;
  switch (kind) {
    case "one":
    case "several":
      return { kind, options: options(made, kind === "several") };
    case "point": {
      const all = options(made, false).map((one, at) => ({ ...one, spot: `spot-${at}` }));
      return { kind, figure: "network-parts", options: all };
    }
    case "predict": {
      const all = options(made, false).map((one) => ({ ...one, when: "trainLoss < 1" }));
      return { kind, lab: "loss", claim: "squared-falls", look: "", options: all };
    }
    case "number": {
      const answer = (draw(2_000_001) - 1_000_000) * 10 ** (draw(21) - 12);
      const within = draw(2) ? 0 : draw(1000) * 10 ** (draw(12) - 8);
      const exact = (value: number) => Number(value.toPrecision(10)) || 0;
      return {
        ...{ kind, answer: exact(answer), within: exact(within), variants: null },
        ...{ unit: draw(2) ? "" : inOneLine(text()), right: text(), wrong: text() },
      };
    }
    case "blank": {
      const [first = "a", ...more] = texts(1 + draw(4));
      const misses = texts(draw(3)).map((one) => ({ text: one, why: text() }));
      return { kind, accepts: [first, ...more], misses, right: text(), wrong: text() };
    }
    case "order":
      return {
        kind,
        items: named(texts(2 + draw(8)).map((one) => ({ text: one, why: text() }))),
      };
    case "match": {
      const targets = [...new Set(["one", ...texts(1 + draw(4)).map(inOneLine), "two"])];
      const pairs = named(
        texts(2 + draw(8)).map((one, at) => {
          const to = targets[at < 2 ? at : draw(targets.length)] ?? "one";
          return { text: one, to, why: text() };
        }),
      );
      const led = [...new Set(pairs.map(({ to }) => to))].map((text) => ({ text }));
      const ids = new Map(named(led).map(({ id, text }) => [text, id]));
      return {
        kind,
        pairs: pairs.map((pair) => ({ ...pair, target: ids.get(pair.to) ?? "" })),
      };
    }
  }
}

/** The question of one seed. */
export function randomQuestion(seed: number): Question {
  const made = maker(seed);
  const { draw, text } = made;
  const names = Object.keys(ideas);
  const idea = names[draw(names.length)] ?? "";
  const kind = kinds[seed % kinds.length] ?? "one";
  const blank = `${draw(4) ? `${text()}${draw(2) ? " " : ""}` : ""}___${draw(4) ? `${draw(2) ? " " : ""}${text()}` : ""}`;
  return {
    id: `question-${seed}`,
    asks: kind === "blank" ? blank.trim() : text(),
    idea: isIdea(idea) ? idea : "passes",
    section: draw(2) ? "" : `section-${draw(9)}`,
    hints: Array.from({ length: draw(3) }, text),
    ...ofKind(kind, made),
  };
}
