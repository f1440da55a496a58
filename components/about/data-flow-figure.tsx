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
  platform: { x: 166, y: 218 },
};

const titleOf = (id: PlaceId) => places.find((place) => place.id === id)?.title ?? id;

const told = listText(
  flows.map(({ from, to, says }) => `from ${titleOf(from)} to ${titleOf(to)} (${says})`),
);

/** From the foot of one box straight down to the head of another, or out of its side. */
function arrowOf({ from, to }: (typeof flows)[number]) {
  const x = corners[to].x + 16;
  const end = corners[to].y;
  const foot = corners[from].y + box.height;
  const isUnder = from === "browser" || corners[from].x === corners[to].x;
  const [side, turn] = [corners[from].x + box.width, end - 24];
  const start = isUnder
    ? `M${x} ${foot + 2}`
    : `M${side + 2} ${foot - 16}H${side + 16}V${turn}H${x}`;
  return { x, start, end, label: isUnder ? (foot + end) / 2 + 4 : end - 8 };
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
      const { x, start, end, label } = arrowOf(flow);
      return (
        <g key={flow.to}>
          <path data-ink="arrow" d={`${start}V${end - 3}m-4-6 4 6 4-6`} />
          <text data-ink="quiet" x={x + 10} y={label}>
            {flow.says}
          </text>
        </g>
      );
    })}
  </Drawing>
);
