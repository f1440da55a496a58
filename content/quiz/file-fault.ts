// What is wrong with a question in a file, in the words of who wrote the file.
import type * as z from "zod";
import { isFields } from "@/content/fields";
import { counted, quoted } from "@/labs/arithmetic/number-text";

const wanted: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a group of named values",
  record: "a group of named values",
};

/** What stands in a place, as the end of a sentence. */
function foundText(value: unknown): string {
  if (value === undefined) return "is missing";
  if (value === null) return "is empty";
  if (Array.isArray(value)) return "is a list";
  if (isFields(value)) return "is a group of named values";
  if (typeof value === "number" && !Number.isFinite(value)) return "is no finite number";
  return typeof value === "string"
    ? `is the text ${quoted(value)}`
    : `is ${String(value)}`;
}

/** Says of a value what is wrong with it, wherever its form says nothing of its own. */
export const faultText: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${wanted[issue.expected] ?? "something else"}, and ${foundText(issue.input)}`;
    case "too_small":
      if (issue.origin === "string") return "must be text, and is empty";
      return issue.origin === "number"
        ? `must be above ${issue.minimum}`
        : `needs ${issue.minimum} or more`;
    case "too_big": {
      const { input, maximum } = issue;
      if (typeof input === "string") {
        return `is longer than ${maximum} characters: it has ${input.length}`;
      }
      return Array.isArray(input)
        ? `has ${counted(input.length, "entry", "entries")}: at most ${maximum} fit`
        : `must be ${maximum} at most`;
    }
    case "unrecognized_keys": {
      const names = issue.keys.map(quoted).join(", ");
      return `has ${names}, which ${issue.keys.length === 1 ? "has" : "have"} no place here`;
    }
    case "invalid_key":
      return "has a name that is not of letters and digits, a small letter first";
    default:
      return `cannot be so: it ${foundText(issue.input)}`;
  }
};
