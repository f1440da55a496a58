/**
 * The house's rooms, from the ground up: a folder may import from itself and from those
 * above it in this list, types included. A room's name holds for its own files alone; its
 * sub-folders are rooms of their own, except those that end in "/**".
 */
export const floors: readonly string[] = [
  "labs/arithmetic",
  "labs/field",
  "labs/network",
  "labs/sound",
  "labs/data",
  "labs/run",
  "labs/training",
  "labs/transcript",
  "labs/measure",
  "labs/engine/train-passes",
  "labs/engine",
  "labs/hand",
  "labs/landscape",
  "labs/forecast",
  "labs/picture",
  "labs/export",
  "labs/notebook",
  "labs/claim",
  "labs/catalog",
  "labs/assignment",
  "labs/receipt",
  "content",
  "content/markup",
  "content/quiz/kinds",
  "content/quiz",
  "content/exchange",
  "content/class",
  "content/dsvm",
  "content/lesson",
  "components/kit",
  "components/chart",
  "components/figure",
  "components/figure/spots",
  "components/lab/plane",
  "components/lab/controls",
  "components/lab/training",
  "components/lab/network",
  "components/lab/loss",
  "components/lab/picture",
  "components/lab/series",
  "components/lab/sound",
  "components/lab/hand",
  "components/lab/gpu",
  "components/lab/dsvm",
  "components/lab/own-data",
  "components/lab/take-away",
  "components/lab/shelf",
  "components/lab",
  "components/quiz/inputs",
  "components/quiz",
  "components/review",
  "components/progress",
  "components/questions",
  "components/receipt",
  "components/assignment",
  "components/assignment/make",
  "components/assignment/do",
  "components/class",
  "components/class/graded",
  "components/class/learner",
  "components/class/teacher",
  "components/home",
  "components/lesson",
  "components/site",
  "app/server/store",
  "app/server",
  "app/**",
  ".",
];

/** The number of a file's floor, from the ground up; null where its room is not in the list. */
export function floorOf(file: string): number | null {
  const room = file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : ".";
  const holds = (floor: string) =>
    floor.endsWith("/**") ? `${room}/`.startsWith(floor.slice(0, -2)) : floor === room;
  const at = floors.findIndex(holds);
  return at < 0 ? null : at;
}
