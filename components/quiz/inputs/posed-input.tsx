import { PointInput } from "../point-input";
import { BlankInput } from "./blank-input";
import { ChoiceInput } from "./choice-input";
import type { InputProps } from "./input-props";
import { MatchInput } from "./match-input";
import { NumberInput } from "./number-input";
import { OrderInput } from "./order-input";
import { WholeSays } from "./part-says";

function Input({ posed, ...rest }: InputProps) {
  switch (posed.kind) {
    case "number":
      return <NumberInput posed={posed} {...rest} />;
    case "blank":
      return <BlankInput posed={posed} {...rest} />;
    case "order":
      return <OrderInput posed={posed} {...rest} />;
    case "match":
      return <MatchInput posed={posed} {...rest} />;
    case "point":
      return <PointInput posed={posed} {...rest} />;
    default:
      return <ChoiceInput posed={posed} {...rest} />;
  }
}

/**
 * The input of any posed question, with what is said of the answer; see `InputProps`. What
 * the question asks stands in the legend around it: `Asked`.
 */
export function PosedInput(props: InputProps) {
  return (
    <>
      <Input {...props} />
      <WholeSays feedback={props.feedback} id={`${props.name}-says`} />
    </>
  );
}
