// A reader's own formula as a curve, with its slope, beside the curves of the records.

import { Drawing } from "@/components/figure/drawing";
import { Small } from "@/components/kit/layout";
import { minused, numberText } from "@/labs/arithmetic/number-text";
import type { OwnControl } from "@/labs/field/field";
import type { OwnFormula } from "@/labs/formula/own-formula";
import type { RoughPlace } from "@/labs/formula/rough-places";
import { type ActivationName, activations } from "@/labs/network/activation";
import { activationOf, lossCurve, lossOf } from "@/labs/network/curves";
import { type BuiltInLoss, type LossName, losses } from "@/labs/network/loss";

type Props = {
  own: OwnFormula;
  of: OwnControl["of"];
  /** Where its kinks are marked. */
  rough: readonly RoughPlace[];
};

const plot = { left: 22, right: 196, top: 6, bottom: 118, from: -4, to: 4 };

/** The heights that are drawn. */
const heights = { activation: { low: -2, high: 3 }, loss: { low: -2, high: 5 } } as const;

const steps = 160;

/** The places that are drawn, from left to right. */
const places = Float64Array.from(
  { length: steps + 1 },
  (_, at) => (plot.from * (steps - at) + plot.to * at) / steps,
);

const across = (at: number) =>
  plot.left + ((at - plot.from) / (plot.to - plot.from)) * (plot.right - plot.left);

type Curve = { values: Float64Array; slopes: Float64Array };

function activationCurves(name: ActivationName): Curve {
  const [values, slopes] = [places.slice(), places.slice()];
  const { fill, fillSlopes } = activationOf(name, places, values);
  fill(places.length);
  fillSlopes(slopes, places.length);
  return { values, slopes };
}

/** A loss for the target 1. */
function lossCurves(name: LossName): Curve {
  const { values, slopes } = lossOf(name, places);
  const judged = [places.length, () => 1] as const;
  return { values: values(...judged), slopes: slopes(...judged) };
}

const namesOf = <N extends string>(named: Record<N, unknown>) =>
  Object.keys(named) as N[];

/** The curves of the records that a formula is drawn beside. */
const builtIn = {
  activation: () => namesOf<ActivationName>(activations).map(activationCurves),
  loss: () =>
    namesOf<BuiltInLoss>(losses)
      .filter((name) => !lossCurve(name).needsRowLog)
      .map(lossCurves),
};

/** The own formula's curve, and the records'. Thick, dashed and pale tell them apart. */
export function OwnCurve({ own, of, rough }: Props) {
  const { low, high } = heights[of];
  const up = (height: number) =>
    plot.bottom - ((height - low) / (high - low)) * (plot.bottom - plot.top);
  /** A line, cut where it leaves the plot or has no value. */
  const path = (values: Float64Array) => {
    let drawn = "";
    let begins = true;
    values.forEach((value, at) => {
      const inside = value >= low && value <= high;
      if (inside)
        drawn += `${begins ? "M" : "L"}${across(places[at]!).toFixed(1)} ${up(value).toFixed(1)}`;
      begins = !inside;
    });
    return drawn;
  };
  const { values, slopes } = of === "loss" ? lossCurves(own) : activationCurves(own);
  const heightAt = (at: number) => {
    const place = Math.round(((at - plot.from) / (plot.to - plot.from)) * steps);
    return values[place] ?? Number.NaN;
  };
  const told = [-4, -2, 0, 2, 4].map((at) => {
    const value = heightAt(at);
    return Number.isFinite(value) ? numberText(value) : "none";
  });
  const name = of === "loss" ? "s" : "z";
  const alt = `Your formula at ${name} = −4, −2, 0, 2 and 4: ${told.join(", ")}.`;
  return (
    <figure>
      <Drawing alt={minused(alt)} width={200} height={136}>
        {builtIn[of]().map((curve, at) => (
          <path key={at} data-ink="grid" strokeWidth="2" d={path(curve.values)} />
        ))}
        <path data-ink="faint" d={`M${plot.left} ${up(0)}H${plot.right}`} />
        <path data-ink="faint" d={`M${across(0)} ${plot.top}V${plot.bottom}`} />
        <path data-ink="line" strokeDasharray="2 3" d={path(slopes)} />
        <path data-ink="line" strokeWidth="2.5" d={path(values)} data-curve="own" />
        {rough
          .filter(({ kind, at }) => kind === "kink" && Math.abs(at) <= plot.to)
          .map(({ at }) => ({ at, height: heightAt(at) }))
          .filter(({ height }) => height >= low && height <= high)
          .map(({ at, height }) => (
            <circle key={at} data-ink="solid" cx={across(at)} cy={up(height)} r="3.5" />
          ))}
        {[-4, -2, 2, 4].map((at) => (
          <text
            key={at}
            data-ink="quiet"
            textAnchor="middle"
            x={across(at)}
            y={plot.bottom + 15}
          >
            {minused(String(at))}
          </text>
        ))}
        {[low, high].map((height) => (
          <text
            key={height}
            data-ink="quiet"
            textAnchor="end"
            x={18}
            y={height === low ? up(low) - 1 : up(high) + 9}
          >
            {minused(String(height))}
          </text>
        ))}
        <text textAnchor="middle" x={across(0)} y={plot.bottom + 15}>
          {name}
        </text>
      </Drawing>
      <Small as="figcaption">
        Thick: yours{of === "loss" && " for t = 1"}; dotted: its slope; pale: the built-in
        ones.
      </Small>
    </figure>
  );
}
