// A part of the faults, where all of them take too long: MUTATE_PART=2/6 plants every sixth
// fault of a group from the second on, evenly over its files. The six parts are the whole.

const asked = process.env.MUTATE_PART ?? "1/1";
const [part = 0, parts = 0] = asked.split("/").map(Number);
if (!Number.isInteger(part) || !Number.isInteger(parts) || part < 1 || part > parts) {
  throw new Error(`MUTATE_PART must be as 2/6, and is ${asked}.`);
}

/** The part as a name of a file has it; empty where it is the whole. */
export const partName: string = parts === 1 ? "" : `-${part}-of-${parts}`;

/** Whether a fault is in the part that is asked for; Stryker numbers them as they stand. */
export const isInPart = ({ id }: { id: string }): boolean =>
  Number(id) % parts === part - 1;
