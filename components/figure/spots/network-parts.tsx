// A network of two inputs, three hidden neurons and one output, with its biases.
import { Drawing } from "../drawing";
import { Spot, type SpotProps } from "./spot";
import styles from "./spots.module.css";

const inputs = [92, 168];
const hidden = [54, 130, 206];
const columns = { input: 50, hidden: 165, output: 280 };
const output = 130;

const alt =
  "Two squares on the left, three circles in the middle, one circle on the right; a line " +
  "from each square to each circle in the middle, and from each of those to the one on " +
  "the right. A small square with a 1 in it hangs on each circle.";

const wires = [
  ...inputs.flatMap((from) =>
    hidden.map((to) => `M${columns.input + 18} ${from}L${columns.hidden - 18} ${to}`),
  ),
  ...hidden.map(
    (from) => `M${columns.hidden + 18} ${from}L${columns.output - 18} ${output}`,
  ),
];

/** The line that stands for the weights: from the upper input to the upper neuron. */
const weight = `M${columns.input + 18} ${inputs[0]}L${columns.hidden - 18} ${hidden[0]}`;

function Bias({ x, y }: { x: number; y: number }) {
  return (
    <>
      <path data-ink="faint" d={`M${x} ${y - 18}v-8`} />
      <rect className={styles.part} x={x - 8} y={y - 42} width="16" height="16" rx="2" />
      <text textAnchor="middle" x={x} y={y - 30}>
        1
      </text>
    </>
  );
}

export function NetworkParts(of: SpotProps) {
  return (
    <Drawing alt={alt} width={330} height={252}>
      {wires.map((wire) => (
        <path key={wire} data-ink="faint" d={wire} />
      ))}
      {hidden.slice(1).map((y) => (
        <Bias key={y} x={columns.hidden} y={y} />
      ))}
      <Spot of={of} id="weight" x={97} y={52}>
        <path className={styles.near} d={weight} />
        <path data-ink="faint" d={weight} />
      </Spot>
      <Spot of={of} id="input" x={18} y={130}>
        {inputs.map((y) => (
          <rect
            key={y}
            className={styles.part}
            x={columns.input - 18}
            y={y - 18}
            width="36"
            height="36"
            rx="3"
          />
        ))}
      </Spot>
      <Spot of={of} id="hidden" x={194} y={230}>
        {hidden.map((y) => (
          <circle key={y} className={styles.part} cx={columns.hidden} cy={y} r="18" />
        ))}
      </Spot>
      <Spot of={of} id="output" x={312} y={130}>
        <circle className={styles.part} cx={columns.output} cy={output} r="18" />
      </Spot>
      <Bias x={columns.output} y={output} />
      <Spot of={of} id="bias" x={192} y={20}>
        <Bias x={columns.hidden} y={hidden[0] ?? 0} />
      </Spot>
    </Drawing>
  );
}
