// Dense neurons with a weight for every input, beside one kernel that looks at place after place.
import { Drawing } from "./drawing";

const inputs = 9;
const step = 15;
const size = 3;

/** Middles of a row of boxes, `count` of them, centred over the inputs. */
const middles = (left: number, count: number) =>
  Array.from(
    { length: count },
    (_, at) => left + (at + (inputs - count) / 2 + 0.5) * step,
  );

const [top, bottom] = [40, 108];

type HalfProps = {
  left: number;
  head: string;
  counts: string;
  outputs: number;
  /** The ink of the line from an input to an output; null for none. */
  line(input: number, output: number): string | null;
};

function Half({ left, head, counts, outputs, line }: HalfProps) {
  const [above, below] = [middles(left, outputs), middles(left, inputs)];
  const boxes = (xs: readonly number[], y: number, ink: string) =>
    xs.map((x) => (
      <rect
        key={`${y} ${x}`}
        data-ink={ink}
        x={x - 6}
        y={y - 6}
        width="12"
        height="12"
        rx="1.5"
      />
    ));
  return (
    <g>
      <text textAnchor="middle" x={left + (inputs * step) / 2} y="16">
        {head}
      </text>
      {above.flatMap((to, output) =>
        below.map((from, input) => {
          const ink = line(input, output);
          return (
            ink && (
              <path
                key={`${output} ${input}`}
                data-ink={ink}
                d={`M${from} ${bottom - 6}L${to} ${top + 6}`}
              />
            )
          );
        }),
      )}
      {boxes(above, top, "blue")}
      {boxes(below, bottom, "grid")}
      <text textAnchor="middle" data-ink="quiet" x={left + (inputs * step) / 2} y="136">
        {counts}
      </text>
    </g>
  );
}

/** A dense layer and a convolution on the same nine numbers; `alt` tells it in words. */
export function SharedWeights({ alt }: { alt: string }) {
  return (
    <Drawing alt={alt} width={320} height={146}>
      <Half
        left={8}
        head="Dense: 3 neurons"
        counts="27 weights, all different"
        outputs={3}
        line={() => "faint"}
      />
      <Half
        left={177}
        head="Convolution: 1 kernel"
        counts="3 weights at 7 places"
        outputs={inputs - size + 1}
        line={(input, output) => {
          const at = input - output;
          if (at < 0 || at >= size) return null;
          return at === 0 ? "arrow" : at === 1 ? "line" : "faint";
        }}
      />
    </Drawing>
  );
}
