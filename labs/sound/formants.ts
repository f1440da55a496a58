// The frequencies at which throat and mouth ring make a vowel.
// Source: Peterson and Barney, "Control Methods Used in a Study of the Vowels" (Journal
// of the Acoustical Society of America 24, 1952), Table II: averages over 33 men, 28
// women and 15 children who read out "heed", "head" and so on.

/** A letter for each vowel, in the order of the targets: those of most languages. */
export const letters = ["A", "E", "I", "O", "U"] as const;

/** A vowel by its letter. */
export type Letter = (typeof letters)[number];

/** The first three formants, in Hz. */
type Formants = readonly [number, number, number];

/** The averages of one group of speakers; all frequencies in Hz. */
export type Group = {
  name: string;
  /** The mean pitch of the five vowels, to the nearest Hz. */
  pitch: number;
  formants: Readonly<Record<Letter, Formants>>;
};

/**
 * The word that the speakers read out for each letter, and the sound as IPA writes it.
 */
export const spoken: Readonly<Record<Letter, { word: string; ipa: string }>> = {
  A: { word: "hod", ipa: "ɑ" },
  E: { word: "head", ipa: "ɛ" },
  I: { word: "heed", ipa: "i" },
  O: { word: "hawed", ipa: "ɔ" },
  U: { word: "who’d", ipa: "u" },
};

/** Men, women and children; their place here is the number of the group. */
export const groups: readonly [Group, Group, Group] = [
  {
    name: "man",
    pitch: 132,
    formants: {
      A: [730, 1090, 2440],
      E: [530, 1840, 2480],
      I: [270, 2290, 3010],
      O: [570, 840, 2410],
      U: [300, 870, 2240],
    },
  },
  {
    name: "woman",
    pitch: 223,
    formants: {
      A: [850, 1220, 2810],
      E: [610, 2330, 2990],
      I: [310, 2790, 3310],
      O: [590, 920, 2710],
      U: [370, 950, 2670],
    },
  },
  {
    name: "child",
    pitch: 265,
    formants: {
      A: [1030, 1370, 3170],
      E: [690, 2610, 3570],
      I: [370, 3200, 3730],
      O: [680, 1060, 3180],
      U: [430, 1170, 3260],
    },
  },
];

/** The mean third formant of the five vowels: about how small a head is. */
const third = ({ formants }: Group) =>
  letters.reduce((sum, letter) => sum + formants[letter][2], 0) / letters.length;

/**
 * The fourth and fifth formants, in Hz, which the table lacks: those of a man in Klatt's
 * synthesizer, higher in a smaller head as the third is.
 * Source: Klatt, "Software for a cascade/parallel formant synthesizer" (1980), Table I.
 */
export function upperFormants(group: Group): [number, number] {
  const smaller = third(group) / third(groups[0]);
  return [3300 * smaller, 3750 * smaller];
}

/** How wide each of the five formants is, in Hz. Source: Klatt (1980), Table I. */
export const bandwidths = [50, 70, 110, 250, 200] as const;
