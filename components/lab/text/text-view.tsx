"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { NamedBars } from "@/components/chart/named-bars";
import { Button } from "@/components/kit/button";
import { Radios } from "@/components/kit/choice";
import { Field, TextField } from "@/components/kit/field";
import { Small, Stack } from "@/components/kit/layout";
import { PlainTable } from "@/components/kit/scroll-table";
import { Status } from "@/components/kit/status";
import { useCalm } from "@/components/kit/use-calm";
import { capital } from "@/components/kit/wording";
import type { Side } from "@/components/lab/training/side";
import type { ViewProps } from "@/components/lab/training/use-lab";
import { countText, fixedText, shareText } from "@/labs/arithmetic/number-text";
import { lettersOf } from "@/labs/data/alphabet";
import { datasets } from "@/labs/data/datasets";
import { heldSet } from "@/labs/data/sample";
import { letterNames } from "@/labs/data/text";
import { certaintyOf } from "@/labs/network/certainty";
import { baselinesOf } from "@/labs/text/counts";
import {
  besides,
  bitsOf,
  bitsText,
  countNames,
  judging,
  perplexityOf,
  verdictText,
} from "@/labs/text/text-in-words";
import { goneOn, nextLetter, promptOf } from "@/labs/text/writing";
import styles from "./text-view.module.css";
import { linesOf } from "./writing-drawing";

/** The network's text while it trains, the letters it expects next, and their worth. */
export function TextView({ side }: ViewProps) {
  return datasets[side.run.data].on === "text" ? <Desk side={side} /> : null;
}

function Desk({ side }: Pick<ViewProps, "side">) {
  // Texts may lag behind the weights: training never waits for them.
  const calm = useCalm(side);
  return (
    <Stack>
      <Writing side={calm} />
      <div className={styles.desk}>
        <Worth side={calm} />
        <NextLetter side={calm} />
      </div>
    </Stack>
  );
}

/** How many letters are written. */
const length = 200;

const hottest = 1.5;

const ways = { drawn: "Drawn", likeliest: "Always the likeliest" } as const;

function Writing({ side }: { side: Side }) {
  const { run, weights, sample } = side;
  const [way, setWay] = useState<keyof typeof ways>("drawn");
  const [heat, setHeat] = useState(0.7);
  const [draw, setDraw] = useState(0);
  const temperature = useDeferredValue(way === "drawn" ? heat : 0);
  const prompt = useMemo(() => promptOf(run, sample.train), [run, sample]);
  const text = useMemo(
    () => goneOn({ run, weights }, prompt, length, { temperature, draw }),
    [run, weights, prompt, temperature, draw],
  );
  const before = useMemo(() => linesOf(side).slice(0, -1), [side]);
  const pass = side.passes.at(-1)?.pass ?? 0;
  return (
    <Stack role="group" aria-label="What it writes" className={styles.writing}>
      <h3>What it writes</h3>
      <p className={styles.written} data-written>
        <span>{prompt}</span>
        {text}
      </p>
      <div className={styles.ways}>
        <Radios
          legend="The next letter"
          segmented
          named={ways}
          value={way}
          onChoose={setWay}
        />
        <Field label="Temperature" inline>
          {(tied) => (
            <span className={styles.heat}>
              <input
                {...tied}
                type="range"
                min={0.1}
                max={hottest}
                step={0.1}
                value={heat}
                disabled={way !== "drawn"}
                onChange={({ target }) => setHeat(Number(target.value))}
              />
              <output htmlFor={tied.id}>{fixedText(heat, 1)}</output>
            </span>
          )}
        </Field>
        <Button inactive={way !== "drawn"} onClick={() => setDraw(draw + 1)}>
          Draw anew
        </Button>
      </div>
      <Small>
        It goes on from the underlined letters, the last before the {heldSet(run)} part,
        and sees {run.context === 1 ? "one letter" : `${run.context} letters`} at a time.
        {pass === 0 && " It is untrained yet: all letters are about alike to it."}
      </Small>
      {before.length > 0 && (
        <table className={styles.before}>
          <caption>Before, at temperature 0.7</caption>
          <tbody>
            {before.map(({ pass, text }) => (
              <tr key={pass}>
                <th scope="row">
                  <span className="visually-hidden">After pass </span>
                  {pass}
                </th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Stack>
  );
}

/** How many letters have a bar. */
const shownLetters = 7;

function NextLetter({ side: { run, weights } }: { side: Side }) {
  const [typed, setTyped] = useState("the ");
  const seen = inLetters(typed);
  const shares = useMemo(() => nextLetter({ run, weights }, seen), [run, weights, seen]);
  const order = [...shares.keys()].sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
  const shown = order.slice(0, shownLetters);
  const rest = order.slice(shownLetters).reduce((sum, at) => sum + (shares[at] ?? 0), 0);
  const names = shown.map((at) => letterNames[at] ?? "");
  const named = seen.slice(-run.context).padStart(run.context, " ").replaceAll(" ", "␣");
  return (
    <Stack role="group" aria-label="The next letter">
      <TextField
        label="You type"
        value={typed}
        maxLength={200}
        spellCheck={false}
        autoCapitalize="off"
        onChange={({ target }) => setTyped(target.value)}
      />
      <NamedBars
        of="Letter"
        heading="Probability"
        caption={
          <>
            It sees <b className={styles.seen}>{named}</b> and expects
          </>
        }
        names={[...names, "others"]}
        values={[...shown.map((at) => shares[at] ?? 0), rest]}
        named={0}
        format={(share) => (Number.isFinite(share) ? shareText(share) : "not a number")}
      />
    </Stack>
  );
}

/** A typed text in the alphabet; a blank at its end stays one. */
const inLetters = (typed: string) =>
  `${lettersOf(typed)}${/[\s\d]$/.test(typed) ? " " : ""}`;

/** The test loss in bits, beside what counting reaches. */
function Worth({ side }: { side: Side }) {
  const { run, sample, passes, ended } = side;
  const counts = useMemo(() => baselinesOf(run, sample), [run, sample]);
  const last = passes.at(-1);
  if (!last || certaintyOf(run.loss) !== "shares") {
    return <Small>Bits are counted under categorical cross-entropy alone.</Small>;
  }
  const { context } = run;
  const bits = bitsOf(last.heldLoss);
  const set = heldSet(run);
  const says = verdictText(bits, counts, { context, set });
  const judges = judging(context);
  const hardest = judges.at(-1) ?? "pairs";
  const names = countNames(context);
  return (
    <Stack role="group" aria-label="What it is worth">
      <p className={styles.verdict} data-verdict={besides(bits, counts[hardest])}>
        <b>{last.pass === 0 ? "Before training" : `After pass ${last.pass}`}:</b> {says}
      </p>
      <Status unseen>{ended === "done" && says}</Status>
      <PlainTable>
        <caption>
          Over the {countText(sample.held)} letters of the {set} part
        </caption>
        <thead>
          <tr>
            <th scope="col">Foretold by</th>
            <th scope="col">Bits a letter</th>
            <th scope="col">Perplexity</th>
          </tr>
        </thead>
        <tbody>
          {[
            { name: "The network", bits },
            ...judges.map((name) => ({ name: capital(names[name]), bits: counts[name] })),
          ].map(({ name, bits }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{bitsText(bits)}</td>
              <td>{fixedText(perplexityOf(bits), 1)}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </Stack>
  );
}
