import { dsvm } from "./dsvm";
import { features } from "./features";
import { gpu } from "./gpu";
import { loss } from "./loss";
import { network } from "./network";
import { onePass } from "./one-pass";
import { pictures } from "./pictures";
import { series } from "./series";
import { sound } from "./sound";

/** Every lab by its id, in the order of the course. */
export const labs = {
  features,
  network,
  "one-pass": onePass,
  pictures,
  series,
  sound,
  loss,
  gpu,
  dsvm,
} as const;

/** The id of a lab, as in `/labs/<id>`. */
export type LabId = keyof typeof labs;

/** Whether a text from outside names a lab. */
export function isLabId(text: string): text is LabId {
  return Object.hasOwn(labs, text);
}
