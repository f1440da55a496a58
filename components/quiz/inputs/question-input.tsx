// The input of a question, whatever its kind: each kind has its own beside this file.
import type { ComponentType } from "react";
import type { Kind } from "@/content/quiz/question";
import { BlankInput } from "./blank-input";
import { OneInput, SeveralInput } from "./choice-input";
import { FoldedReasons, type InputProps, WholeFeedback } from "./input-feedback";
import { MatchInput } from "./match-input";
import { NumberInput } from "./number-input";
import { OrderInput } from "./order-input";
import { PointInput } from "./point-input";

const inputs: Readonly<Record<Kind, ComponentType<InputProps>>> = {
  one: OneInput,
  several: SeveralInput,
  point: PointInput,
  predict: OneInput,
  number: NumberInput,
  blank: BlankInput,
  order: OrderInput,
  match: MatchInput,
};

/** The input of a presented question, with the feedback on its answer. */
export function QuestionInput(props: InputProps) {
  const Input = inputs[props.presented.kind];
  return (
    <>
      <Input {...props} />
      <WholeFeedback feedback={props.feedback} id={`${props.name}-says`} />
      {props.feedback?.folded && <FoldedReasons folded={props.feedback.folded} />}
    </>
  );
}
