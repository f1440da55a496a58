// The log loss of a chance: where it came true, and where it did not.
import { Drawing } from "./drawing";

const plot = { left: 26, right: 246, top: 26, bottom: 200, most: 5 };

const across = (chance: number) => plot.left + chance * (plot.right - plot.left);
const up = (cost: number) => plot.bottom - (cost / plot.most) * (plot.bottom - plot.top);

/** A cost over the chances, cut where it leaves the plot at the top. */
function curve(cost: (chance: number) => number): string {
  const chances = Array.from({ length: 200 }, (_, at) => (at + 0.5) / 200);
  const seen = chances.filter((chance) => cost(chance) <= plot.most);
  const places = seen.map(
    (chance) => `${across(chance).toFixed(1)} ${up(cost(chance)).toFixed(1)}`,
  );
  return `M${places.join("L")}`;
}

const cameTrue = (chance: number) => -Math.log(chance);
const didNot = (chance: number) => -Math.log(1 - chance);

/** Both curves, which cross where a half was said; `alt` tells it in words. */
export function ChanceCosts({ alt }: { alt: string }) {
  return (
    <Drawing alt={alt} width={330} height={240}>
      {[1, 2, 3, 4, 5].map((cost) => (
        <g key={cost}>
          <path data-ink="grid" d={`M${plot.left} ${up(cost)}H${plot.right}`} />
          <text textAnchor="end" data-ink="quiet" x={plot.left - 7} y={up(cost) + 4}>
            {cost}
          </text>
        </g>
      ))}
      <path data-ink="faint" d={`M${plot.left} ${plot.bottom}H${plot.right}`} />
      {[0, 25, 50, 75, 100].map((percent) => (
        <text
          key={percent}
          textAnchor="middle"
          data-ink="quiet"
          x={across(percent / 100)}
          y={plot.bottom + 18}
        >
          {percent}
        </text>
      ))}
      <text x="6" y="12">
        log loss
      </text>
      <text textAnchor="middle" x={across(0.5)} y={plot.bottom + 37}>
        probability that was said, in percent
      </text>
      <path data-ink="line" strokeWidth="2.25" d={curve(cameTrue)} />
      <path data-ink="line" strokeWidth="2.25" strokeDasharray="6 4" d={curve(didNot)} />
      <circle data-ink="solid" cx={across(0.5)} cy={up(Math.LN2)} r="3.5" />
      <text textAnchor="middle" x={across(0.5)} y={up(Math.LN2) + 18}>
        0.69
      </text>
      <text x={across(0.06) + 10} y={up(3.6)}>
        it came true
      </text>
      <text textAnchor="end" x={across(0.94) - 10} y={up(4.3)}>
        it did not
      </text>
    </Drawing>
  );
}
