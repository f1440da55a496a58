// A formula that a reader wrote, where the name of a record could stand.

/** A reader's own formula: its text as `readOwn` gives it, behind "=", as in "=max(0, z)". */
export type OwnFormula = `=${string}`;

/** Whether a name is a reader's own formula. */
export const isOwn = (name: string): name is OwnFormula => name.startsWith("=");

/** A name, or a reader's own formula, as links and pages write it. */
export const writtenName = (name: string) => (isOwn(name) ? name.slice(1) : name);

/** How long a text may be, and how large its formula: more than any activation needs. */
export const formulaLimits = { characters: 120, parts: 40 } as const;
