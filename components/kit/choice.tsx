// One of several names: from a list that opens, or from all of them in sight.
import { type ComponentProps, useId } from "react";
import styles from "./choice.module.css";
import { classNames } from "./class-names";
import { Field, type FieldProps } from "./field";
import { Tick } from "./tick";

type Named<N extends string> = {
  value: N;
  /** Every name that can be chosen, and how it is put to the reader, in order. */
  named: Readonly<Record<N, string>>;
  onChoose(value: NoInfer<N>): void;
};

type Props<N extends string> = FieldProps &
  Named<N> &
  Omit<ComponentProps<"select">, "value" | "onChange">;

/** A list that opens. */
export function Choice<N extends string>(props: Props<N>) {
  const { label, hint, problem, inline, fieldClass, id, ...rest } = props;
  const { value, named, onChoose, ...select } = rest;
  return (
    <Field {...{ label, hint, problem, inline, fieldClass, id }}>
      {(control) => (
        <select
          {...select}
          {...control}
          value={value}
          onChange={({ target }) => {
            if (isOneOf(named, target.value)) onChoose(target.value);
          }}
        >
          {namesOf(named).map((name) => (
            <option key={name} value={name}>
              {named[name]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type RadiosProps<N extends string> = Named<N> & {
  legend: string;
  /** As one strip of buttons instead of circles with words. */
  segmented?: boolean | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
};

/** All names in sight, one of them marked. */
export function Radios<N extends string>(props: RadiosProps<N>) {
  const { legend, value, named, onChoose, segmented, disabled, className } = props;
  const group = useId();
  return (
    <fieldset className={classNames(styles.radios, className)} disabled={disabled}>
      <legend>{legend}</legend>
      <div className={segmented ? styles.segments : styles.options}>
        {namesOf(named).map((name) => (
          <Tick
            key={name}
            type="radio"
            name={group}
            labelClass={segmented ? styles.segment : undefined}
            checked={name === value}
            onChange={() => onChoose(name)}
          >
            {named[name]}
          </Tick>
        ))}
      </div>
    </fieldset>
  );
}

const isOneOf = <N extends string>(
  named: Readonly<Record<N, string>>,
  text: string,
): text is N => Object.hasOwn(named, text);

const namesOf = <N extends string>(named: Readonly<Record<N, string>>): readonly N[] =>
  Object.keys(named).filter((name): name is N => isOneOf(named, name));
