// Questions as an author writes them: the YAML that `parseQuestions` reads.
import { stringify } from "yaml";
import type { ClaimedRun, Option, Question } from "../quiz/question";

const runOf = ({ lab, claim }: ClaimedRun) => `${lab}/${claim}`;

/** What is as it would be without being said is left out. */
const written = ({ text, right, why, refuted }: Option) => ({
  text,
  ...(right ? { right } : {}),
  why,
  ...(refuted ? { refuted: runOf(refuted) } : {}),
});

function ofKind(question: Question) {
  switch (question.kind) {
    case "one":
    case "several":
      return { options: question.options.map(written) };
    case "point": {
      const options = question.options.map((one) => ({
        ...written(one),
        spot: one.spot,
      }));
      return { figure: question.figure, options };
    }
    case "predict": {
      const { look } = question;
      const options = question.options.map((one) => ({
        ...written(one),
        when: one.when,
      }));
      return { run: runOf(question), ...(look ? { look } : {}), options };
    }
    case "number": {
      const { variants, answer, within, unit, right, wrong } = question;
      const told = variants ?? { answer, within, right, wrong };
      const { draws, ...rest } = { draws: undefined, ...told };
      return { ...(draws ? { draws } : {}), ...(unit ? { unit } : {}), ...rest };
    }
    case "blank": {
      const { accepts, misses, right, wrong } = question;
      return { accepts, ...(misses.length > 0 ? { misses } : {}), right, wrong };
    }
    case "order":
      return { items: question.items };
    case "match":
      return { pairs: question.pairs };
  }
}

function asWritten(question: Question) {
  const { id, idea, section, kind, hints } = question;
  const asks = "variants" in question ? question.variants?.asks : undefined;
  return {
    id,
    idea,
    ...(section ? { section } : {}),
    kind,
    asks: asks ?? question.asks,
    ...(hints.length > 0 ? { hints } : {}),
    ...ofKind(question),
  };
}

/** The same questions come out where `parseQuestions` reads it. */
export const yamlOf = (questions: readonly Question[]) =>
  stringify(questions.map(asWritten), { lineWidth: 0 });
