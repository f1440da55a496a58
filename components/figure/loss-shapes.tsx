// The losses that judge a score by itself, as curves over it, for a target of 1.
import { lossOf } from "@/labs/network/curves";
import { losses } from "@/labs/network/loss";
import { Drawing } from "./drawing";
import styles from "./loss-shapes.module.css";

const plot = {
  left: 24,
  right: 192,
  top: 26,
  bottom: 216,
  lowest: -3,
  highest: 3,
  most: 5,
};

const across = (score: number) =>
  plot.left +
  ((score - plot.lowest) / (plot.highest - plot.lowest)) * (plot.right - plot.left);
const up = (loss: number) => plot.bottom - (loss / plot.most) * (plot.bottom - plot.top);

/** Where the name of each drawn loss stands: by the end of its curve, with a little room. */
const names = {
  squared: 4,
  absolute: 2,
  huber: 1.5,
  crossentropy: 0.5,
  hinge: 0,
} as const;

/** From the back to the front. */
const order = ["absolute", "squared", "huber", "crossentropy", "hinge"] as const;
const scores = [-3, -2, -1, 0, 1, 2, 3];

/** A loss as a line, cut where it leaves the plot at the top. */
function curve(name: keyof typeof names): string {
  const scores = Float64Array.from({ length: 61 }, (_, at) => plot.lowest + at / 10);
  const points: string[] = [];
  lossOf(name, scores)
    .values(scores.length, () => 1)
    .forEach((loss, at) => {
      if (loss <= plot.most)
        points.push(`${across(scores[at]!).toFixed(1)} ${up(loss).toFixed(1)}`);
    });
  return `M${points.join("L")}`;
}

/** The curves of the losses, with their names; `alt` tells it in words. */
export function LossShapes({ alt }: { alt: string }) {
  return (
    <Drawing alt={alt} width={320} height={260}>
      {[1, 2, 3, 4, 5].map((loss) => (
        <path key={loss} data-ink="grid" d={`M${plot.left} ${up(loss)}H${plot.right}`} />
      ))}
      <path
        data-ink="faint"
        strokeDasharray="1 4"
        strokeLinecap="round"
        d={`M${across(1)} ${plot.top}V${plot.bottom}`}
      />
      <path data-ink="faint" d={`M${plot.left} ${plot.bottom}H${plot.right}`} />
      {scores.map((score) => (
        <text
          key={score}
          textAnchor="middle"
          data-ink="quiet"
          x={across(score)}
          y={plot.bottom + 19}
        >
          {String(score).replace("-", "−")}
        </text>
      ))}
      {[0, 1, 2, 3, 4, 5].map((loss) => (
        <text
          key={loss}
          textAnchor="end"
          data-ink="quiet"
          x={plot.left - 7}
          y={up(loss) + 4}
        >
          {loss}
        </text>
      ))}
      <text x="6" y="12">
        loss
      </text>
      <text textAnchor="middle" x={across(0)} y={plot.bottom + 39}>
        score (target is 1)
      </text>
      {order.map((name) => (
        <path key={name} className={styles[name]} d={curve(name)} />
      ))}
      {order.map((name) => {
        const label = up(names[name]);
        return (
          <g key={name}>
            <path className={styles[name]} d={`M${plot.right + 5} ${label}h12`} />
            <text x={plot.right + 22} y={label + 4}>
              {losses[name].label}
            </text>
          </g>
        );
      })}
    </Drawing>
  );
}
