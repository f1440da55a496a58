// One of several names: from a list that opens, or from all of them in sight.
import { type ComponentProps, useId } from "react";
import styles from "./choice.module.css";
import { classNames } from "./class-names";
import { Field, type FieldProps } from "./field";
import { Tick } from "./tick";

type Named<N extends string> = Readonly<Record<N, string | { label: string }>>;

type ChoosingProps<N extends string> = {
  value: N;
  /** Every name that can be chosen, in order, with its words or a record that has them. */
  named: Named<N>;
  onChoose(value: NoInfer<N>): void;
};

type Props<N extends string> = FieldProps &
  ChoosingProps<N> &
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
              {wordsOf(named[name])}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type IndexProps = FieldProps & {
  /** The words of each thing that can be chosen. */
  options: readonly string[];
  /** The place of the chosen one. */
  value: number;
  onChoose(index: number): void;
};

/** A list that opens, of things that are known by their places. */
export function IndexChoice({ options, value, onChoose, ...field }: IndexProps) {
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={({ target }) => onChoose(Number(target.value))}
        >
          {options.map((words, index) => (
            <option key={`${index} ${words}`} value={index}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type RadiosProps<N extends string> = ChoosingProps<N> & {
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
            {wordsOf(named[name])}
          </Tick>
        ))}
      </div>
    </fieldset>
  );
}

const isOneOf = <N extends string>(named: Named<N>, text: string): text is N =>
  Object.hasOwn(named, text);

const namesOf = <N extends string>(named: Named<N>): readonly N[] =>
  Object.keys(named).filter((name): name is N => isOneOf(named, name));

const wordsOf = (named: string | { label: string }) =>
  typeof named === "string" ? named : named.label;
