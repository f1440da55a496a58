// A picture, a sound and a record go into a network of one kind, and three answers come out.
import { Drawing } from "./drawing";
import { Picture, pathOf } from "./three-inputs";
import { levels, wave } from "./three-inputs-data";

const rows = [
  { y: 36, input: <Picture />, says: "“7”" },
  { y: 112, input: <path data-ink="line" d={pathOf(wave)} />, says: "“A”" },
  { y: 188, input: <path data-ink="line" d={pathOf(levels)} />, says: "up" },
];

/** The neurons of a column, from top to bottom, around the middle row. */
const column = (x: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ x, y: 112 + (at - (count - 1) / 2) * 30 }));

const columns = [column(158, 5), column(196, 4), column(234, 3)];

/** Three inputs, one network, three answers; `alt` tells it in words. */
export function OneNetwork({ alt }: { alt: string }) {
  return (
    <Drawing alt={alt} width={320} height={224}>
      {columns
        .slice(1)
        .flatMap((to, at) =>
          (columns[at] ?? []).flatMap((from) =>
            to.map(({ x, y }) => (
              <path
                key={`${from.x} ${from.y} ${y}`}
                data-ink="grid"
                d={`M${from.x} ${from.y}L${x} ${y}`}
              />
            )),
          ),
        )}
      {columns.map((neurons, at) =>
        neurons.map(({ x, y }) => (
          <circle
            key={`${x} ${y}`}
            data-ink={at === columns.length - 1 ? "orange" : "blue"}
            cx={x}
            cy={y}
            r="8"
          />
        )),
      )}
      {rows.map(({ y, input, says }) => (
        <g key={says} transform={`translate(0 ${y})`}>
          {input}
          <path data-ink="arrow" strokeWidth="2" d="M112 0h22m-5-5 5 5-5 5" />
          <path data-ink="arrow" strokeWidth="2" d="M254 0h22m-5-5 5 5-5 5" />
          <text x="286" y="5">
            {says}
          </text>
        </g>
      ))}
    </Drawing>
  );
}
