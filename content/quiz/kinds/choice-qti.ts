// Options to choose from as items of QTI.
import { element, htmlOf } from "@/content/markup/markup";
import {
  declaration,
  mapping,
  named,
  paragraph,
  prompt,
  response,
  scoredInParts,
  scoredWhole,
  set,
  share,
} from "@/content/markup/qti-parts";
import {
  isValue,
  label,
  material,
  type Qti12Form,
  type Qti12Parts,
  right,
  theResponse,
  when,
} from "@/content/markup/qti12-parts";
import type { Option } from "./choice";
import type { Head, Parts } from "./kind";

/** A question of any kind that has options. */
export type WithOptions = Head & { options: readonly Option[] };

/** As QTI 2.1; `many`: whether more than one may be chosen. */
export const qti =
  (many: boolean) => (question: WithOptions, asks: string, shown: Parts) => {
    const { options } = question;
    const name = (at: number) => named("O", at);
    const right = options.flatMap((option, at) => (option.right ? [name(at)] : []));
    const worth = (option: Option) =>
      option.right ? share(right.length) : -share(options.length - right.length);
    const choices = shown.parts.map(({ id, text }) => {
      const at = options.findIndex((option) => option.id === id);
      return element("simpleChoice", { identifier: name(at) }, htmlOf(text));
    });
    const attributes = {
      responseIdentifier: "RESPONSE",
      shuffle: false,
      maxChoices: many ? 0 : 1,
    };
    const cardinality = many ? ("multiple" as const) : ("single" as const);
    const worths = options.map((one, at): [string, number] => [name(at), worth(one)]);
    return {
      declaration: declaration(
        cardinality,
        "identifier",
        right,
        many ? mapping(worths) : "",
      ),
      body: element("choiceInteraction", attributes, prompt(asks) + choices.join("")),
      scoring: many ? scoredInParts : scoredWhole,
      cardinality,
      feedback: set("FEEDBACK", response),
      words: options.map(({ why }, at) => [name(at), paragraph(why)] as const),
    };
  };

/** As QTI 1.2: what is said of each option that is chosen, and then the points. */
export const qti12 =
  (many: boolean) =>
  ({ options }: WithOptions, shown: Parts, form: Qti12Form): Qti12Parts => {
    const name = (at: number) => named("O", at);
    const shows = (at: number) => `${name(at)}_fb`;
    const choices = shown.parts.map(({ id, text }) => {
      const at = options.findIndex((option) => option.id === id);
      return label(name(at), material(htmlOf(text)));
    });
    const chosen = options.map((option, at) => {
      const is = isValue(name(at));
      return option.right ? is : element("not", {}, is);
    });
    const key = isValue(name(options.findIndex((option) => option.right)));
    const cardinality = { rcardinality: many ? "Multiple" : "Single" };
    // The profile wants three options of one choice; with two it is one of true and false.
    const single = options.length > 2 ? "multiple_choice" : "true_false";
    const types = {
      canvas: many ? "multiple_answers_question" : "multiple_choice_question",
      cartridge: `cc.${many ? "multiple_response" : single}.v0p1`,
    };
    return {
      type: types[form],
      responses: element(
        "response_lid",
        { ident: theResponse, ...cardinality },
        element("render_choice", {}, choices.join("")),
      ),
      conditions: [
        ...options.map((_, at) => when(isValue(name(at)), { shows: shows(at) })),
        right(many ? element("and", {}, chosen.join("")) : key),
      ],
      words: options.map(({ why }, at) => [shows(at), htmlOf(why)] as const),
    };
  };
