// Losses and maps as tones: which pitch stands for what, and when each sounds. What plays
// them knows nothing of networks.

/** One tone: begins `at` seconds from now and `lasts` as long. */
export type Tone = {
  at: number;
  lasts: number;
  hertz: number;
  wave: "sine" | "triangle" | "square" | "sawtooth";
  /** From −1, at the left ear, to 1, at the right. */
  pan: number;
};

/** Every pitch lies between these, in hertz: well heard by most, and three octaves. */
export const pitchRange = { lowest: 200, highest: 1600 } as const;

/** The pitch at a share from 0 to 1 of the range: equal steps are equal intervals. */
const pitchAt = (share: number) =>
  pitchRange.lowest *
  (pitchRange.highest / pitchRange.lowest) ** Math.min(Math.max(share, 0), 1);

/** Losses at and beyond which the pitch stays what it is, as powers of ten. */
const lossPowers = { least: -4, most: 1 } as const;

/**
 * The pitch of a loss, in hertz: lower the lower the loss is, a tenth of it as far down as
 * the tenth before. Null for what is no finite number.
 */
export function lossPitch(loss: number): number | null {
  if (!Number.isFinite(loss)) return null;
  const { least, most } = lossPowers;
  return pitchAt((Math.log10(Math.max(loss, 10 ** least)) - least) / (most - least));
}

/** The pitch of a score, in hertz: higher the larger it is, the middle at 0. */
export function scorePitch(score: number): number | null {
  return Number.isNaN(score) ? null : pitchAt(0.5 + Math.tanh(score / 2) / 2);
}

/** The pitch of one of several classes, apart from all others. */
export const classPitch = (at: number, classes: number) =>
  pitchAt(classes > 1 ? at / (classes - 1) : 0.5);

const buzz = "sawtooth";

/** A value as a tone: a buzz for what is no finite number, high where it is infinite. */
function toneOf(pitch: number | null, value: number, rest: Omit<Tone, "hertz">): Tone {
  if (pitch !== null) return { ...rest, hertz: pitch };
  const { lowest, highest } = pitchRange;
  const hertz = value === Number.POSITIVE_INFINITY ? highest : lowest;
  return { ...rest, hertz, wave: buzz };
}

/** The two losses after a pass; `heldLoss` is the test's or the validation's. */
type Losses = { pass: number; trainLoss: number; heldLoss: number };

/** The losses of one pass: train on the left and soft, the held set on the right and brighter. */
export function lossTones(
  { trainLoss, heldLoss }: Losses,
  at = 0,
  lasts = 0.12,
): readonly [train: Tone, held: Tone] {
  const train = { at, lasts, wave: "sine", pan: -0.7 } as const;
  const held = { at, lasts, wave: "triangle", pan: 0.7 } as const;
  return [
    toneOf(lossPitch(trainLoss), trainLoss, train),
    toneOf(lossPitch(heldLoss), heldLoss, held),
  ];
}

/** The most passes of a curve that sound, and seconds between two of them. */
export const curvePace = { most: 60, step: 0.06 } as const;

/** The passes of a curve that sound: the first, the last, and evenly between them. */
export function playedPasses<T>(passes: readonly T[]): readonly T[] {
  const count = Math.min(passes.length, curvePace.most);
  return Array.from({ length: count }, (_, index) => {
    const at = Math.round((index * (passes.length - 1)) / Math.max(count - 1, 1));
    return passes.slice(at, at + 1);
  }).flat();
}

/** A curve from its first pass to its last, within four seconds; a buzz ends one that diverged. */
export function curveTones(
  passes: readonly Losses[],
  diverged: boolean,
): readonly Tone[] {
  const { step } = curvePace;
  const played = playedPasses(passes);
  const tones = played.flatMap((pass, index) => lossTones(pass, index * step));
  if (!diverged) return tones;
  const nan = { pass: 0, trainLoss: Number.NaN, heldLoss: Number.NaN };
  return [...tones, ...lossTones(nan, played.length * step, 0.3)];
}

/** What a network says at a place: its scores, and the class they stand for, if any. */
export type Said = { scores: readonly number[]; class: number | null };

/** Places of a sweep, from the lowest up, and seconds between two of them. */
export const sweepPace = { places: 25, step: 0.05 } as const;

/** The heights of a sweep's places, on a map that reaches from −`radius` to `radius`. */
export const sweepHeights = (radius: number): readonly number[] => {
  const last = sweepPace.places - 1;
  return Array.from(
    { length: sweepPace.places },
    (_, index) => (radius * (2 * index - last)) / last,
  );
};

const classWaves = ["sine", "square", "triangle"] as const;

/** A sweep: the score as pitch, or the class where there are several; each class its timbre. */
export function sweepTones(line: readonly Said[]): readonly Tone[] {
  return line.map(({ scores, class: named }, index) => {
    const [score = Number.NaN] = scores;
    const wave =
      named === null ? "sine" : (classWaves[named % classWaves.length] ?? "sine");
    const rest = {
      at: index * sweepPace.step,
      lasts: sweepPace.step,
      wave,
      pan: 0,
    } as const;
    if (scores.length < 2) return toneOf(scorePitch(score), score, rest);
    const pitch = named === null ? null : classPitch(named, scores.length);
    return toneOf(pitch, Number.NaN, rest);
  });
}

/** A stretch of a sweep in which one class is said. */
export type Stretch = { class: number | null; from: number; to: number };

/** The stretches of a sweep, from the lowest up. */
export function stretchesOf(
  line: readonly Said[],
  heights: readonly number[],
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, { class: named }] of line.entries()) {
    const y = heights[index] ?? 0;
    const last = stretches.at(-1);
    if (last?.class === named) last.to = y;
    else stretches.push({ class: named, from: y, to: y });
  }
  return stretches;
}
