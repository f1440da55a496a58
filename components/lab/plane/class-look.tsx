// The look of each of up to ten classes on a map: a colour and a shape, the same in both
// themes because maps keep their paper. Any two colours lie at least 0.1 apart in OKLab,
// also for readers who see no red, no green or no blue; the test measures it.

/** Red, green and blue from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

type ClassLook = {
  /** The name of the class on the plane. */
  name: string;
  /** The colour of the class's area. */
  area: Colour;
  /** The colour of its marks: darker, so that they stand out on their own area. */
  mark: string;
  /** The outline of its mark around 0, 0: about ten units wide. */
  path: string;
};

/** The paper that areas fade to. */
export const mapPaper: Colour = [250, 247, 240];

/** Every second stripe over the paper where a network's score is no number. */
export const blankStripe: Colour = [203, 197, 184];

/** In the order of the classes. */
export const classLooks: readonly [ClassLook, ClassLook, ...ClassLook[]] = [
  {
    name: "orange",
    area: [226, 114, 22],
    mark: "#8f3b00",
    path: "M0-5.4 5.4 0 0 5.4-5.4 0z",
  },
  {
    name: "blue",
    area: [38, 112, 196],
    mark: "#123f73",
    path: "M-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0z",
  },
  { name: "green", area: [172, 224, 52], mark: "#3f5900", path: "M0-5 5 3.9H-5z" },
  {
    name: "pink",
    area: [255, 167, 177],
    mark: "#a3324c",
    path: "M-3.9-3.9H3.9V3.9H-3.9z",
  },
  { name: "grey", area: [139, 142, 136], mark: "#40423d", path: "M0 5-5-3.9H5z" },
  {
    name: "violet",
    area: [56, 3, 140],
    mark: "#2a0268",
    path: "M-1.7-5H1.7V-1.7H5V1.7H1.7V5H-1.7V1.7H-5V-1.7H-1.7z",
  },
  {
    name: "brown",
    area: [85, 12, 0],
    mark: "#420900",
    path: "M0-2.2 2.9-5 5-2.9 2.2 0 5 2.9 2.9 5 0 2.2-2.9 5-5 2.9-2.2 0-5-2.9-2.9-5z",
  },
  {
    name: "teal",
    area: [54, 216, 229],
    mark: "#07626b",
    path: "M0-5.6 1.5-1.8 5.4-1.7 2.4.8 3.4 4.6 0 2.4-3.4 4.6-2.4.8-5.4-1.7-1.5-1.8z",
  },
  {
    name: "red",
    area: [186, 59, 86],
    mark: "#7a1730",
    path: "M-5-4.4H5L0 0 5 4.4H-5L0 0z",
  },
  {
    name: "olive",
    area: [82, 73, 0],
    mark: "#3a3400",
    path: "M-4.4-5 0 0 4.4-5V5L0 0-4.4 5z",
  },
];

/** The outline of an outlier's mark around 0, 0: a star. */
export const outlierPath =
  "M0-7 1.7-2.3 6.7-2.2 2.7.9 4.1 5.7 0 2.8-4.1 5.7-2.7.9-6.7-2.2-1.7-2.3z";

/** The look of a class by its number, from 0. */
export function lookOf(target: number): ClassLook {
  return classLooks[target] ?? classLooks[0];
}

/** The number of the class that a target names: with two classes it is −1 or +1. */
export const classOf = (target: number, several: boolean) =>
  several ? target : Number(target > 0);

type Props = { of: number; size?: number };

/** The mark of a class on its own colour, as a map has it. Decorative: name it beside. */
export function ClassSign({ of, size = 18 }: Props) {
  const { area, mark, path } = lookOf(of);
  return (
    <svg width={size} height={size} viewBox="-9 -9 18 18" aria-hidden="true">
      <rect x="-9" y="-9" width="18" height="18" rx="3" fill={`rgb(${area})`} />
      <path d={path} fill={mark} stroke="#fff" strokeWidth="1.2" />
    </svg>
  );
}
