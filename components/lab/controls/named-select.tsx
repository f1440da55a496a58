"use client";
// One name out of several or, where the field allows it, a formula that the reader writes.
import { type ComponentProps, lazy, type ReactNode, Suspense } from "react";
import { Problem } from "@/components/kit/status";
import type { Option, OwnControl } from "@/labs/field/field";
import { readOwn } from "@/labs/formula/read-own";

/** Opens the field; no formula begins with it. */
const ownOption = "=";

const Unloaded = () => (
  <Problem role="alert">
    The field for your own formula could not be loaded. Reload the page once you are
    online again.
  </Problem>
);

const OwnFormulaField = lazy(async () => {
  const loaded = await import("./own-formula-field").catch(() => null);
  return { default: loaded?.OwnFormulaField ?? Unloaded };
});

type Props = Omit<ComponentProps<"select">, "value" | "onChange"> & {
  /** The name, or the reader's own formula. */
  text: string;
  /** All that can be chosen, first to last; some may not be shown. */
  options: readonly Option[];
  own: OwnControl | null;
  /** The layer that the formula is for, where there are several. */
  about?: string | undefined;
  onChange(text: string): void;
  /** The options as elements. */
  children: ReactNode;
};

/** The formula to begin with where `text` was chosen before. */
function startOf(text: string, options: readonly Option[], names: readonly string[]) {
  const chosen = options.find(({ value }) => value === text);
  for (const { formula = "" } of chosen ? [chosen, ...options] : options) {
    const read = readOwn(formula, names);
    if ("own" in read) return formula;
  }
  return text;
}

/** A choice with “Your own…” below its options, which opens a field for a formula. */
export function NamedSelect(props: Props) {
  const { text, options, own, about, onChange, children, ...select } = props;
  const written = own !== null && options.every(({ value }) => value !== text);
  const choose = (chosen: string) => {
    if (chosen !== ownOption) return onChange(chosen);
    if (own) onChange(startOf(text, options, own.names));
  };
  return (
    <>
      <select
        {...select}
        value={written ? ownOption : text}
        onChange={({ target }) => choose(target.value)}
      >
        {children}
        {own && <option value={ownOption}>Your own…</option>}
      </select>
      {written && (
        <Suspense fallback={<p>{text}</p>}>
          <OwnFormulaField
            text={text}
            own={own}
            about={about}
            disabled={select.disabled ?? false}
            onChange={onChange}
          />
        </Suspense>
      )}
    </>
  );
}
