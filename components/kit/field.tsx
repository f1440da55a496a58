// A control under or beside its label, with a hint and with a word on what is wrong.
import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import styles from "./field.module.css";
import { Small } from "./layout";
import { Problem } from "./status";

export type FieldProps = {
  label: ReactNode;
  /** How to fill it in, or why it is idle; stands under the control. */
  hint?: ReactNode | undefined;
  /** Says what is wrong; "" or null where nothing is, left out where nothing can be. */
  problem?: string | null | undefined;
  /** Beside the label instead of under it. */
  inline?: boolean | undefined;
  /** Of the element around label and control. */
  fieldClass?: string | undefined;
};

/** The attributes that tie a control to its label, hint and problem. */
type ControlProps = {
  id: string;
  "aria-invalid"?: boolean;
  "aria-describedby": string | undefined;
};

type Props = FieldProps & {
  id?: string | undefined;
  /** Further ids that describe the control. */
  describedBy?: string | undefined;
  children(control: ControlProps): ReactNode;
};

/** Any control, given what ties it to its label: `<Field …>{(control) => <input {...control} />}</Field>`. */
export function Field(props: Props) {
  const { label, hint, problem, inline, fieldClass, describedBy, children } = props;
  const made = useId();
  const id = props.id ?? made;
  const describing = [
    hint && `${id}-hint`,
    problem !== undefined && `${id}-problem`,
    describedBy,
  ].filter(Boolean);
  return (
    <div className={classNames(inline ? styles.inline : styles.field, fieldClass)}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(problem !== undefined && { "aria-invalid": Boolean(problem) }),
        "aria-describedby": describing.join(" ") || undefined,
      })}
      {hint && <Small id={`${id}-hint`}>{hint}</Small>}
      {problem !== undefined && (
        <Problem id={`${id}-problem`} role="alert">
          {problem}
        </Problem>
      )}
    </div>
  );
}

type TextFieldProps = FieldProps & ComponentProps<"input">;

/** One line of text or a number to type; takes what an `input` takes. */
export function TextField(props: TextFieldProps) {
  const { label, hint, problem, inline, fieldClass, id, ...input } = props;
  const describedBy = input["aria-describedby"];
  return (
    <Field {...{ label, hint, problem, inline, fieldClass, id, describedBy }}>
      {(control) => <input autoComplete="off" {...input} {...control} />}
    </Field>
  );
}

type TextAreaProps = FieldProps & ComponentProps<"textarea"> & { code?: boolean };

/** A language of machines: no browser translates it, and it is written from left to right. */
const machineText = { translate: "no", dir: "ltr" } as const;

/** Several lines to type; with `code`, in letters of one width and without spelling marks. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, problem, inline, fieldClass, id, code, ...area } = props;
  const describedBy = area["aria-describedby"];
  const letters = classNames(styles.area, code && styles.code, area.className);
  return (
    <Field {...{ label, hint, problem, inline, fieldClass, id, describedBy }}>
      {(control) => (
        <textarea
          {...(code && { ...machineText, spellCheck: false, autoComplete: "off" })}
          {...area}
          className={letters}
          {...control}
        />
      )}
    </Field>
  );
}
