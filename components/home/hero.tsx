// The first screen: a promise, and a network to hold it to, drawn before any click.
import { MapStill, NetworkStill } from "@/components/lab/still";
import { trainedSide } from "@/components/lab/trained-side";
import type { ReadLesson } from "@/components/progress/continue-at";
import styles from "./hero.module.css";
import { HeroRun } from "./hero-run";
import { promisedLoss, promisedRun } from "./promise";
import { Continue } from "./returning";

/** The lesson that tells why the promise holds, and where in it. */
const why = {
  href: "/lessons/deep-learning#does-it-find-the-features",
  title: "Lesson 2",
};

/** The site’s own words, and beside or under them the run that proves them. */
export function Hero({ lessons }: { lessons: readonly ReadLesson[] }) {
  const run = promisedRun;
  const { sample, passes } = trainedSide(run, 0);
  const [first] = passes;
  if (!first) throw new Error("A run begins before its first pass");
  return (
    <section className={styles.hero} aria-labelledby="promise">
      <h1 id="promise">Do not believe a word. Train it.</h1>
      <p className={styles.lead}>
        A course on machine learning in which every claim is a network that you train,
        here, in this page.
      </p>
      <HeroRun
        run={run}
        bound={promisedLoss}
        first={first}
        map={
          <MapStill
            run={run}
            pass={0}
            side={48}
            most={sample.train}
            alt="Two arms of points, wound around each other; the untrained network cannot tell them apart"
          />
        }
        network={<NetworkStill run={run} pass={0} />}
        says={`Promised: a train loss below ${promisedLoss}, whatever the seed.`}
        about={`Spiral · ${run.layers.length} hidden layers · ${run.passes} passes, in your browser`}
        why={why}
        start={`/lessons/${lessons[0]?.slug}`}
      />
      <Continue lessons={lessons} />
    </section>
  );
}
