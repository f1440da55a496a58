// A measurement in words.
import { bestOf, raceOf, raceText, type SizeText } from "@/labs/measure/crossover";
import type { Measured, Subject } from "@/labs/measure/measurement";

type Words = { button: string; title: string; size: SizeText };

/** The words for each subject and for its sizes. */
export const subjects: Readonly<Record<Subject, Words>> = {
  products: {
    button: "Measure matrix products",
    title: "One product of two n × n matrices",
    size: (n) => `${n} × ${n}`,
  },
  network: {
    button: "Measure a network",
    title: "One pass of a network with two hidden layers, n neurons wide",
    size: (n) => `width ${n}`,
  },
};

export const subjectNames = Object.keys(subjects) as readonly Subject[];

/** The best of the GPU's ways against the CPU. */
const gpuRace = ({ lines }: Measured) =>
  raceOf(bestOf([lines.steps, lines.one]), lines.cpu);

/** The answer, in a sentence; null before there is any. */
export function answerOf(subject: Subject, measured: Measured): string | null {
  const race = gpuRace(measured);
  const { found } = measured;
  if (found?.kind === "none") return `${found.why}, so only the CPU was measured.`;
  if (!race) return null;
  const who = found?.kind === "software" ? "the program that plays a GPU" : "the GPU";
  return `On this machine ${raceText(race, who, "the CPU", subjects[subject].size)}`;
}

/** Each way of the GPU by itself, in sentences. */
export function detailsOf(subject: Subject, { lines }: Measured): readonly string[] {
  const { size } = subjects[subject];
  const races = [
    { who: "The GPU, op by op,", race: raceOf(lines.steps, lines.cpu), rival: "the CPU" },
    {
      who: "The GPU, in one dispatch,",
      race: raceOf(lines.one, lines.cpu),
      rival: "the CPU",
    },
    { who: "One dispatch", race: raceOf(lines.one, lines.steps), rival: "op by op" },
  ];
  return races.flatMap(({ who, race, rival }) =>
    race ? [raceText(race, who, rival, size)] : [],
  );
}

/** The size from which on the GPU stays ahead; null where there is none such. */
export function crossoverOf(measured: Measured): number | null {
  const race = gpuRace(measured);
  const last = race?.crossings.at(-1);
  return last?.quicker ? last.size : null;
}
