// The places where something is kept, and what goes from one to another.
import { Drawing } from "@/components/figure/drawing";
import { listText } from "@/components/kit/wording";
import { flows, type PlaceId, places } from "@/content/about/data-flow";
import { counted } from "@/labs/arithmetic/number-text";

const box = { width: 132, height: 52 };

/** The upper left corners of the places' boxes; the browser's is as wide as two. */
const corners: Record<PlaceId, { x: number; y: number }> = {
  browser: { x: 2, y: 2 },
  class: { x: 2, y: 110 },
  server: { x: 166, y: 110 },
  copies: { x: 2, y: 218 },
};

const titleOf = (id: PlaceId) => places.find((place) => place.id === id)?.title ?? id;

const told = listText(
  flows.map(({ from, to, says }) => `from ${titleOf(from)} to ${titleOf(to)} (${says})`),
);

/** From the foot of one box to the head of another, straight down. */
function arrowOf({ from, to }: (typeof flows)[number]) {
  const x = corners[to].x + 16;
  const start = corners[from].y + box.height;
  return { x, start, end: corners[to].y };
}

/** Boxes and arrows, drawn from the data of the page. */
export const DataFlowFigure = () => (
  <Drawing alt={`What goes where: ${told}.`} width={300} height={272}>
    {places.map(({ id, short, kept }) => {
      const { x, y } = corners[id];
      return (
        <g key={id}>
          <rect
            data-ink="line"
            {...{ x, y }}
            width={id === "browser" ? 296 : box.width}
            height={box.height}
            rx="4"
          />
          <text x={x + 10} y={y + 22}>
            {short}
          </text>
          <text data-ink="quiet" x={x + 10} y={y + 40}>
            {counted(kept.length, "kind of thing", "kinds of things")}
          </text>
        </g>
      );
    })}
    {flows.map((flow) => {
      const { x, start, end } = arrowOf(flow);
      return (
        <g key={flow.to}>
          <path data-ink="arrow" d={`M${x} ${start + 2}V${end - 3}m-4-6 4 6 4-6`} />
          <text data-ink="quiet" x={x + 10} y={(start + end) / 2 + 4}>
            {flow.says}
          </text>
        </g>
      );
    })}
  </Drawing>
);
