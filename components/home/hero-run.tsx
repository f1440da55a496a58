"use client";
// The first screen's run. Until it is trained, it is the still pictures that it is given;
// what trains it is downloaded once the page has nothing else to do.
import Link from "next/link";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { LossChart } from "@/components/chart/loss-chart";
import type { LossCurve } from "@/components/chart/loss-curves";
import { Button, ButtonLink } from "@/components/kit/button";
import { Small } from "@/components/kit/layout";
import { Num } from "@/components/kit/reader-numbers";
import { Status } from "@/components/kit/status";
import { useWhenIdle } from "@/components/kit/use-when-idle";
import { numberText } from "@/labs/arithmetic/number-text";
import type { Run } from "@/labs/run/run";
import type { Pass } from "@/labs/training/training";
import styles from "./hero.module.css";
import type { HeroNews } from "./hero-training";

type Props = {
  run: Run;
  /** The loss that is promised. */
  bound: number;
  /** Before any training. */
  first: Pass;
  /** The run before any training, as still pictures. */
  map: ReactNode;
  network: ReactNode;
  /** The promise in words, and what is trained for it. */
  says: string;
  about: string;
  /** The lesson that tells why it holds. */
  why: { href: string; title: string };
  /** The lesson to begin with. */
  start: string;
};

/** The latest of the run under way; `none` before the first click and after a stop. */
type News = HeroNews | { kind: "none" | "opening" | "lost" };

const lost =
  "The program that trains could not be loaded. Try again once you are online.";

/** Downloads what trains and what shows it; the second call has them at once. */
async function loadTraining() {
  const [{ compileTraining }, { trainPromise }, views] = await Promise.all([
    import("@/labs/kernel/kernel"),
    import("./hero-training"),
    import("./hero-views"),
  ]);
  return { compileTraining, trainPromise, views };
}

const warm = () => void loadTraining().catch(() => {});

/** The buttons and the pictures of the first screen, each in its place of the hero's grid. */
export function HeroRun(props: Props) {
  const { run, bound, first, map, network, says, about, why, start } = props;
  const [news, setNews] = useState<News>({ kind: "none" });
  const [views, setViews] = useState<typeof import("./hero-views") | null>(null);
  /** How many seeds were trained to their end, and with how many the promise held. */
  const [tally, setTally] = useState({ held: 0, of: 0 });
  const under = useRef<AbortController | null>(null);
  useEffect(() => () => under.current?.abort(), []);
  useWhenIdle(warm);
  const side = "side" in news ? news.side : null;
  const seed = run.seed + tally.of;
  const running = news.kind === "opening" || news.kind === "side";
  const passes = side?.passes ?? [first];
  const latest = passes.at(-1) ?? first;

  function hear(next: HeroNews) {
    setNews(next);
    if (next.kind !== "ended") return;
    const { held } = next.verdict;
    setTally((before) => ({ held: before.held + Number(held), of: before.of + 1 }));
  }

  async function train() {
    under.current = new AbortController();
    const { signal } = under.current;
    setNews({ kind: "opening" });
    const loaded = await loadTraining().catch(() => null);
    if (signal.aborted) return;
    if (!loaded) return setNews({ kind: "lost" });
    setViews(loaded.views);
    const watched = !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const { trainPromise, compileTraining } = loaded;
    await trainPromise({ ...run, seed }, compileTraining, watched, signal, hear);
  }

  function stop() {
    under.current?.abort();
    setNews({ kind: "none" });
  }

  return (
    <>
      <div className={styles.buttons}>
        <Button
          look="primary"
          className={styles.train}
          onClick={running ? stop : train}
          onPointerEnter={warm}
          onPointerDown={warm}
          onFocus={warm}
        >
          {running ? "Stop" : tally.of > 0 ? `Again, seed ${seed}` : "Train it"}
        </Button>
        <ButtonLink as={Link} href={start}>
          Start lesson 1
        </ButtonLink>
        <Small>{about}</Small>
        <noscript>
          Training needs JavaScript; the lessons can be read without it.
        </noscript>
      </div>
      <div
        className={styles.panel}
        role="group"
        aria-label="A network that learns"
        data-hero={news.kind === "ended" ? "done" : news.kind}
        data-pass={latest.pass}
        data-train-loss={latest.trainLoss}
      >
        <div className={styles.map}>
          {side && views ? <views.HeroMap side={side} /> : map}
        </div>
        <div className={styles.network}>
          {side && views ? <views.HeroNetwork side={side} /> : network}
        </div>
        <div className={styles.curve}>
          <HeroCurve {...{ passes, bound }} planned={run.passes} />
        </div>
        <p className={styles.words}>
          {news.kind === "ended" ? (
            <>
              <strong>
                {news.verdict.held ? "It held" : "It did not hold"}:{" "}
                <Num>{numberText(latest.trainLoss, 2)}</Num>.
              </strong>{" "}
              {tally.of > 1 && `So with ${tally.held} of ${tally.of} seeds. `}
              <Link href={why.href}>Why? {why.title} →</Link>
            </>
          ) : running ? (
            `Pass ${latest.pass} of ${run.passes}, train loss ${latest.trainLoss.toFixed(2)}`
          ) : news.kind === "lost" ? (
            lost
          ) : (
            says
          )}
        </p>
        <Status unseen>
          {news.kind === "lost" && lost}
          {news.kind === "ended" &&
            `${news.verdict.held ? "It held" : "It did not hold"}: ${news.verdict.saw}.`}
        </Status>
      </div>
    </>
  );
}

type CurveProps = { passes: readonly Pass[]; planned: number; bound: number };

function HeroCurve({ passes, planned, bound }: CurveProps) {
  const curves: LossCurve[] = [{ id: "hero", label: "", passes, held: "test" }];
  return (
    <LossChart
      label="Loss after each pass"
      curves={curves}
      passes={planned}
      bounds={[{ loss: bound, label: `promised: ${bound}` }]}
      height={112}
    />
  );
}
