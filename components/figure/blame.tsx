// One weight after another, numbers forward and blame back.
import { Drawing } from "./drawing";

/** The stations from left to right: a name, what stands there, and the blame it gets. */
const stations = [
  { x: 26, name: "input", value: "2", blame: "" },
  { x: 128, name: "ReLU", value: "1", blame: "−4" },
  { x: 230, name: "score", value: "2", blame: "−2" },
] as const;

/** The weights between them. */
const weights = [
  { x: 77, value: "0.5", blame: "−8" },
  { x: 179, value: "2", blame: "−2" },
] as const;

const [ahead, back] = [66, 122];

/** A chain of two weights with its worked example; `alt` tells it in words. */
export function Blame({ alt }: { alt: string }) {
  return (
    <Drawing alt={alt} width={320} height={160}>
      {weights.map(({ x, value, blame }) => (
        <g key={x}>
          <path data-ink="line" d={`M${x - 33} ${ahead}h64m-6-4 6 4-6 4`} />
          <text textAnchor="middle" x={x - 2} y={ahead - 10}>
            × {value}
          </text>
          <path
            data-ink="arrow"
            strokeWidth="2"
            d={`M${x + 30} ${back}h-60m5-5-5 5 5 5`}
          />
          <text textAnchor="middle" x={x} y={back + 20}>
            {blame}
          </text>
        </g>
      ))}
      {stations.map(({ x, name, value, blame }) => (
        <g key={name}>
          <text data-ink="quiet" textAnchor="middle" x={x} y={ahead - 28}>
            {name}
          </text>
          <circle data-ink="blue" cx={x} cy={ahead} r="17" />
          <text textAnchor="middle" x={x} y={ahead + 5}>
            {value}
          </text>
          {blame && (
            <text textAnchor="middle" x={x} y={back + 5}>
              {blame}
            </text>
          )}
        </g>
      ))}
      <path data-ink="line" d={`M248 ${ahead}h14m-6-4 6 4-6 4`} />
      <rect data-ink="orange" x="266" y={ahead - 17} width="44" height="34" rx="3" />
      <text textAnchor="middle" x="288" y={ahead + 5}>
        1
      </text>
      <text data-ink="quiet" textAnchor="middle" x="288" y={ahead - 28}>
        loss
      </text>
      <path
        data-ink="arrow"
        strokeWidth="2"
        d={`M288 ${ahead + 20}V${back}H248m5-5-5 5 5 5`}
      />
      <text data-ink="quiet" x="8" y="14">
        forward: numbers
      </text>
      <text data-ink="quiet" x="8" y={back + 5}>
        back:
      </text>
      <text data-ink="quiet" x="8" y={back + 23}>
        blame
      </text>
    </Drawing>
  );
}
