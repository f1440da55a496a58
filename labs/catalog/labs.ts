import type { Claim } from "@/labs/claim/claim";
import { dsvm } from "./dsvm-lab";
import { features } from "./features-lab";
import { gpu } from "./gpu-lab";
import type { Lab } from "./lab";
import { loss } from "./loss-lab";
import { network } from "./network-lab";
import { onePass } from "./one-pass-lab";
import { optimizers } from "./optimizers-lab";
import { overfitting } from "./overfitting-lab";
import { pictures } from "./pictures-lab";
import { series } from "./series-lab";
import { sound } from "./sound-lab";
import { text } from "./text-lab";
import { windows } from "./windows-lab";
import { yesOrNo } from "./yes-or-no-lab";

// The labs of the course, in the order of their list: a file of data each.

/** Every lab by its id, in the order of the course. */
export const labs = {
  features,
  network,
  "one-pass": onePass,
  optimizers,
  overfitting,
  pictures,
  series,
  sound,
  text,
  loss,
  "yes-or-no": yesOrNo,
  windows,
  gpu,
  dsvm,
} as const;

/** The id of a lab, as in `/labs/<id>`. */
export type LabId = keyof typeof labs;

/** Whether a text from outside names a lab. */
export function isLabId(text: string): text is LabId {
  return Object.hasOwn(labs, text);
}

/** A lab's claim by `lab/claim`; undefined where there is none. */
export function claimNamed(name: string): Claim | undefined {
  const [id = "", claim] = name.split("/");
  if (!isLabId(id)) return undefined;
  const { claims }: Lab = labs[id];
  return claims.find((one) => one.id === claim);
}
