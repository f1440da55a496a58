// One example of each kind for the figure of the three inputs, and what the labs' own
// networks, trained to the end, put out for it: a test trains them and compares.
import { changesOf, usualChange } from "@/labs/data/series";
import { vowelAt } from "@/labs/data/vowels";
import { asBands, frameSize } from "@/labs/sound/spectrum";
import { sing } from "@/labs/sound/voice";

/** The 64 numbers of a test image of the lab: a seven, row by row, 0 to 16. */
export const seven: readonly number[] = [
  [0, 1, 10, 16, 15, 2, 0, 0],
  [0, 1, 12, 13, 16, 4, 0, 0],
  [0, 0, 0, 0, 16, 8, 0, 0],
  [0, 0, 7, 11, 16, 13, 8, 0],
  [0, 8, 16, 16, 16, 16, 6, 0],
  [0, 2, 10, 16, 9, 0, 0, 0],
  [0, 0, 3, 16, 4, 0, 0, 0],
  [0, 0, 10, 15, 2, 0, 0, 0],
].flat();

/** Test example 1 of the lab's own run: an A, sung by a man. */
const sound = sing(vowelAt(7, 0.2, 300), 256 + frameSize);

/** The 512 measurements of the frame that the network is given the bands of. */
export const wave = sound.slice(256);

const bands = new Float32Array(asBands.width);
asBands.fill(sound, 256, bands);

/** CO₂ over Mauna Loa in ppm, from February 2011 to February 2012. */
export const levels: readonly number[] = [
  391.92, 392.45, 393.37, 394.28, 393.69, 392.59, 390.21, 389, 388.93, 390.24, 391.8,
  393.07, 393.35,
];

const changes = changesOf(levels);

/**
 * The rows of the figure: what the network is given, its scores, and what the highest
 * names.
 */
export const rows = [
  {
    name: "8 × 8 squares",
    given: seven,
    gives: "64 numbers",
    scores: [-5.3, -4.6, -5.6, -8.4, 0.8, -6.1, -8.4, 9.1, -9.2, -6.6],
    says: "10 scores",
    names: "7",
  },
  {
    name: "43 ms of sound",
    given: Array.from(bands),
    gives: "32 numbers",
    scores: [8.6, -4.2, -21.2, 0.2, -6.4],
    says: "5 scores",
    names: "A",
  },
  {
    name: "13 months",
    given: changes.map((change) => change / usualChange(changes, changes.length)),
    gives: "12 changes",
    scores: [0.62],
    says: "1 score",
    names: "up",
  },
] as const;
