// The picture that a lesson opens with: its central idea, from runs of its own labs.
import type { ReactNode } from "react";
import { MatrixProduct } from "@/components/figure/matrix-product";
import { OneNetwork } from "@/components/figure/one-network";
import { ChancesDrawing } from "@/components/lab/decision/decision-drawings";
import { KernelsStill } from "@/components/lab/kernels-still";
import { runOfClaim } from "@/components/lab/lab-still";
import { MapStill, NetworkStill, SurfaceStill } from "@/components/lab/still";
import { trainedSide } from "@/components/lab/trained-side";
import type { Slug } from "@/content/course";
import { numberText } from "@/labs/arithmetic/number-text";
import { features } from "@/labs/catalog/features-lab";
import { everyOptimizer } from "@/labs/catalog/lab";
import { optimizers } from "@/labs/catalog/optimizers-lab";
import { overfitting } from "@/labs/catalog/overfitting-lab";
import { windows } from "@/labs/catalog/windows-lab";
import { yesOrNo } from "@/labs/catalog/yes-or-no-lab";
import { testRows } from "@/labs/data/sample";
import { type Judged, judgedScores } from "@/labs/decision/decision";
import { certaintyOf } from "@/labs/network/certainty";
import { networkOf } from "@/labs/run/plan";
import type { Run } from "@/labs/run/run";
import { answersTo } from "@/labs/training/score";
import styles from "./lead-figure.module.css";

type Lead = { alt: string; caption: string; picture(alt: string): ReactNode };

/** The train loss of a run after some passes, all of them if left out. */
const lossOf = (run: Run, pass?: number) =>
  numberText(trainedSide(run, pass).passes.at(-1)?.trainLoss ?? Number.NaN, 2);

type PanelProps = { label: string; more: string; children: ReactNode };

const Panel = ({ label, more, children }: PanelProps) => (
  <div className={styles.panel}>
    {children}
    <p>
      {label} <span>{more}</span>
    </p>
  </div>
);

type MomentsProps = { alt: string; run: Run; passes: readonly number[] };

/** The map of one run after each of some passes, with the train loss. */
const Moments = ({ alt, run, passes }: MomentsProps) => (
  <Panels alt={alt}>
    {passes.map((pass) => (
      <Panel key={pass} label={`Pass ${pass}:`} more={lossOf(run, pass)}>
        <MapStill run={run} pass={pass} most={50} />
      </Panel>
    ))}
  </Panels>
);

/** Pictures beside each other, described as one. */
const Panels = ({ alt, children }: { alt: string; children: ReactNode }) => (
  <div className={styles.panels} role="img" aria-label={alt}>
    {children}
  </div>
);

// No lead shows a run that its lesson asks the reader to predict.
const clouds: Run = { ...features.start, data: "gaussian", noise: 0.15 };
const onSpiral = runOfClaim("network", "deep-on-spiral");
const valley = optimizers.start;
const bowl: Run = { ...runOfClaim("optimizers", "round-valley"), passes: valley.passes };
const falling: Run = { ...runOfClaim("loss", "squared-falls"), seed: 11 };
const shared = runOfClaim("dsvm", "shared-run");

const rareBird: Run = { ...yesOrNo.start, seed: 11 };

/** The chances that a run's network gives to its test points after some passes. */
function judgedAfter(run: Run, pass: number): Judged {
  const { sample, weights } = trainedSide(run, pass);
  const { scores, targets } = answersTo(testRows(sample), networkOf(run), weights);
  return judgedScores(certaintyOf(run.loss), scores, targets);
}

const leads: Readonly<Record<Slug, Lead>> = {
  "machine-learning": {
    alt: "The map of one linear model at three moments of its training on two clouds of points. Before the first pass its border runs anywhere; after 3 passes it has begun to turn; after 100 passes it lies between the clouds, and the loss below each map has fallen.",
    caption:
      "Nobody told it where the border lies. It was given points with their colours, and 100 passes.",
    picture: (alt) => <Moments alt={alt} run={clouds} passes={[0, 3, 100]} />,
  },
  "deep-learning": {
    alt: "A trained network and its map. From the inputs x and y, lines lead to three layers of eight neurons. The small maps of the first layer are cut in two by straight lines, those of the second are bent, those of the third wind about; the output's map, also drawn large, follows both arms of a spiral.",
    caption:
      "Nobody gave it curves. The first layer drew lines, and each layer bends what the one before it made.",
    picture: (alt) => (
      <Panels alt={alt}>
        <Panel label="Lines, and what they become" more="">
          <div className={styles.network}>
            <NetworkStill run={onSpiral} />
          </div>
        </Panel>
        <Panel label="Together:" more={`loss ${lossOf(onSpiral)}`}>
          <MapStill run={onSpiral} />
        </Panel>
      </Panels>
    ),
  },
  "how-a-network-learns": {
    alt: "Two loss surfaces over one weight and one bias, each with the ways of four optimizers from the same start. On the left the surface is a long, narrow valley: plain steps leap down into it and then crawl, momentum swings from side to side, RMSProp and Adam walk slantwise. On the right, with the input standardised, the surface is round, and all four go down to its middle.",
    caption:
      "Four rules for a step from one start. Solid: plain steps; dashed: momentum; dotted: RMSProp; dashes and dots: Adam. The ground matters as much as the rule.",
    picture: (alt) => (
      <Panels alt={alt}>
        <Panel label="Input × 10:" more="a narrow valley">
          <SurfaceStill runs={everyOptimizer(valley)} pixels={180} />
        </Panel>
        <Panel label="Standardised:" more="a round one">
          <SurfaceStill runs={everyOptimizer(bowl)} pixels={180} />
        </Panel>
      </Panels>
    ),
  },
  "choosing-without-cheating": {
    alt: "Three maps of two overlapping clouds of points, each from a network of two hidden layers of 32 neurons. After 400 passes the border winds around single points; stopped after 40 passes, and with L2 after 400, it runs between the clouds almost straight.",
    caption:
      "One network, forty points: left to itself, stopped early, and with a price on its weights.",
    picture: (alt) => (
      <Panels alt={alt}>
        {[
          { label: "Overfitting:", run: overfitting.start },
          { label: "Stopped early:", run: runOfClaim("overfitting", "stopped-early") },
          { label: "With L2:", run: runOfClaim("overfitting", "with-l2") },
        ].map(({ label, run }) => (
          <Panel key={label} label={label} more={lossOf(run)}>
            <MapStill run={run} />
          </Panel>
        ))}
      </Panels>
    ),
  },
  "pictures-sound-time": {
    alt: "Three inputs on the left: a handwritten seven of grey squares, the wave of a vowel, and a line that rises and falls with the seasons. Arrows lead from each to one network in the middle, and from the network to three answers: seven, A, and up.",
    caption:
      "Whatever it is, the network gets a row of numbers and puts out a row of numbers.",
    picture: (alt) => <OneNetwork alt={alt} />,
  },
  "loss-functions": {
    alt: "The map of one network at four moments of its training: before the first pass the colours have nothing to do with the points; after 5, 20 and 100 passes the blue of the map closes in on the disc more and more, while the loss below each falls.",
    caption:
      "One number says how wrong the network is. Following it down is all of the training.",
    picture: (alt) => <Moments alt={alt} run={falling} passes={[0, 5, 20, 100]} />,
  },
  "yes-or-no": {
    alt: "How sure one network is of “blue” at three moments of its training, for blue points above a line and for the much more frequent orange ones below. Before the first pass both kinds get the same chances. After 5 and after 100 passes most orange points lie at the left, near 0 %; the blue ones reach to the right, and many of them still get less than one half, which a line marks.",
    caption:
      "It becomes sure of the many. Of the rare ones it misses every second, as long as yes begins at 50 %.",
    picture: (alt) => (
      <Panels alt={alt}>
        {[0, 5, 100].map((pass) => (
          <Panel key={pass} label={`Pass ${pass}:`} more={lossOf(rareBird, pass)}>
            <ChancesDrawing
              judged={judgedAfter(rareBird, pass)}
              threshold={0.5}
              yes={1}
            />
          </Panel>
        ))}
      </Panels>
    ),
  },
  "small-windows": {
    alt: "The wave of a vowel, and under it four patterns that a trained network looks for. Each is a line of 32 weights, some of which go up and down in a rhythm of their own. Beside each stands, place by place below the vowel, how much of its pattern it finds there: tall bars in some places, nothing in others.",
    caption:
      "Left, four patterns that a network has come to look for; right, where in the vowel it finds them. Nobody chose them.",
    picture: (alt) => <KernelsStill run={windows.start} alt={alt} />,
  },
  gpus: {
    alt: "A matrix product. A table of six rows stands on the left, one of nine columns above, and the result of 54 cells where they meet. One row, one column and the cell that they make are marked. All other cells of the result could be worked out at the same moment.",
    caption:
      "A row times a column makes one cell. With enough workers, all cells are done at once.",
    picture: (alt) => <MatrixProduct alt={alt} />,
  },
  "data-science-vms": {
    alt: "Three maps of the same data set. The first two, from a laptop and from a hired machine, are of one run with seed 7 and look the same to the last dot. The third, with seed 20, has other points and another border.",
    caption:
      "A link holds everything that decides a run: another machine repeats it, another seed does not.",
    picture: (alt) => (
      <Panels alt={alt}>
        {[
          { label: "Your laptop:", run: shared },
          { label: "A hired machine:", run: shared },
          { label: "Another seed:", run: runOfClaim("dsvm", "another-seed") },
        ].map(({ label, run }) => (
          <Panel key={label} label={label} more={lossOf(run)}>
            <MapStill run={run} />
          </Panel>
        ))}
      </Panels>
    ),
  },
};

/** The drawing below a lesson's title, with its caption. Drawn on the server. */
export function LeadFigure({ slug }: { slug: Slug }) {
  const { alt, caption, picture } = leads[slug];
  return (
    <figure className={styles.lead} data-lead={slug}>
      {picture(alt)}
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
