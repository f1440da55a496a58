"use client";
// A prediction: committed to, trained in the chart beside it, and judged by the reader's run.
import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { bringIntoView } from "@/components/kit/bring-into-view";
import { Button } from "@/components/kit/button";
import { Row, Small } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { WithCode } from "@/components/kit/with-code";
import { RunPanes } from "@/components/lab/run-panes";
import { useClaimRun } from "@/components/lab/training/use-claim-run";
import { askedRun } from "@/content/quiz/asked-run";
import { chosenIn } from "@/content/quiz/kinds/choice";
import {
  cameTrue,
  guessedLosses,
  type PredictQuestion,
} from "@/content/quiz/kinds/predict";
import { sitePath } from "@/content/site-path";
import type { Outset } from "@/labs/claim/claim-bound";
import { pathOf } from "@/labs/run/link";
import { HowSure } from "./how-sure";
import { QuestionInput } from "./inputs/question-input";
import { axisTop, plainNumbers } from "./predict-axis";
import styles from "./predict-form.module.css";
import { Verdict } from "./predict-verdict";
import { Asked } from "./question-form";
import type { CardState } from "./use-card";

/** All that is known of a run before it is trained: its picture, and its first losses. */
export type RunStart = { picture: ReactNode; outset: Outset };

type Props = {
  question: PredictQuestion;
  card: CardState;
  place: string;
  /** Begins the ids. */
  name: string;
  /** Left out where the page was not made with it: then it is loaded. */
  start: RunStart | undefined;
  hints: ReactNode;
  /** Beside the button that commits. */
  buttons: ReactNode;
  /** As in "Next question", once the prediction came true. */
  next: { label: string; onGo(): void } | undefined;
};

/** How long a run is watched, in milliseconds. */
const watched = 3400;

/**
 * Options beside a still of the data and an empty chart. It never grows: what is said later
 * has its place from the start.
 */
export function PredictForm(props: Props) {
  const { question, card, place, name, start, hints, buttons, next } = props;
  const { presented, answer, judged, right, committed } = card;
  const { lab, claim, run } = askedRun(question);
  const trained = useClaimRun(lab, claim);
  const commit = useRef<HTMLButtonElement>(null);
  const panes = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLDivElement>(null);
  const training = committed === null && start ? null : trained.training;
  const outset = start?.outset ?? trained.training?.outset;
  const numbers = trained.training?.numbers ?? null;

  const judge = useEffectEvent(() => {
    if (numbers) card.came(cameTrue(question.options, numbers));
  });
  useEffect(() => {
    if (numbers) judge();
  }, [numbers]);

  const isBare = start === undefined;
  const load = useEffectEvent(() => trained.ready());
  useEffect(() => {
    if (isBare) load();
  }, [isBare]);

  async function train() {
    if (panes.current && ground.current) {
      await bringIntoView([panes.current, ground.current], panes.current);
    }
    trained.train(watched);
  }
  function submit() {
    if (judged && !right) card.tryAgain();
    else if (judged && next) next.onGo();
    else if (committed !== null) void train();
    else {
      card.check();
      if (chosenIn(answer)?.length === 1) void train();
    }
  }

  const option = question.options.find(({ id }) => id === committed);
  const guess = option && outset ? guessedLosses(option.when, outset) : null;
  const most = axisTop(question, outset, training?.side.passes);
  const isTraining = committed !== null && !judged;
  const problem = trained.problem ?? trained.training?.state.fault ?? null;
  const failed = isTraining && !trained.busy && problem !== null && numbers === null;
  return (
    <form
      noValidate
      className={styles.form}
      data-status={training?.state.status ?? "idle"}
      data-pass={training?.side.passes.at(-1)?.pass ?? 0}
      onSubmit={(event) => {
        event.preventDefault();
        if (trained.busy) return;
        // On a narrow card the options will be hidden, and the focus is not to be lost.
        commit.current?.focus({ preventScroll: true });
        submit();
      }}
      // Whoever chooses will train next.
      onFocus={trained.warm}
    >
      <fieldset>
        <legend className={styles.legend}>
          <Asked {...{ presented, place }} untrained={false} />
        </legend>
        <div className={styles.split} data-committed={committed !== null}>
          <div className={styles.answer}>
            <div className={styles.choice}>
              <QuestionInput
                {...{ presented, answer, name }}
                feedback={judgedOption(committed, judged, right)}
                locked={card.locked}
                onAnswer={card.change}
                marked
              />
              {hints}
              {/* It keeps its place where it is not asked. */}
              <div className={styles.sure} inert={card.sure === undefined}>
                <HowSure sure={card.sure ?? card.wasSure} onSure={card.setSure} />
              </div>
            </div>
            <div ref={ground} className={styles.ground}>
              <Room question={question} passes={run.passes} />
              <Status as="div">
                {failed && <p>{problem}</p>}
                {isTraining && !failed && (
                  <Look question={question} committed={committed} />
                )}
                {judged && (
                  <Verdict
                    {...{ question, right }}
                    says={card.says}
                    predicted={committed}
                    came={answer.kind === "predicted" ? answer.came : null}
                    numbers={trained.busy ? null : numbers}
                    wasSure={card.wasSure}
                  />
                )}
              </Status>
              {committed === null && (
                <Small className={styles.promise}>
                  Your prediction becomes a band in the chart; then the run is trained
                  there, before your eyes.
                </Small>
              )}
            </div>
          </div>
          <div ref={panes} className={styles.panes}>
            <RunPanes
              {...{ run, training, most, outset }}
              label="Loss by pass of the run you predict"
              still={start?.picture}
              band={
                guess && {
                  from: guess.from,
                  to: Math.min(guess.to, most),
                  label: `you said: ${guess.label}`,
                }
              }
              isSmall
            />
          </div>
          <Row className={styles.foot} data-rows={question.hints.length > 0 ? 2 : 1}>
            {/* One button for all, so that the keyboard's focus stays where it is. */}
            <Button
              ref={commit}
              type="submit"
              look="primary"
              inactive={trained.busy}
              // The second click of a double one is no answer to what the first one showed.
              onClick={(event) => event.detail > 1 && event.preventDefault()}
            >
              {commitText(card, trained.busy, next?.label)}
            </Button>
            {buttons}
            {!judged && <Status>{card.says}</Status>}
            {judged && (
              <a className={styles.lab} href={sitePath(pathOf(lab, run))}>
                Open the lab →
              </a>
            )}
          </Row>
        </div>
      </fieldset>
    </form>
  );
}

/** Says what the one button does next. */
function commitText(
  { judged, right, committed }: CardState,
  busy: boolean,
  next?: string,
) {
  if (busy) return "Training…";
  if (judged && !right) return "Try again";
  if (judged && next) return next;
  return committed === null ? "That is my prediction" : "Train it again";
}

/** Marks the option that was predicted; the words stand under the chart. */
function judgedOption(option: string | null, judged: boolean, right: boolean) {
  if (!judged || option === null) return null;
  const parts = new Map([[option, { right, why: "", refuted: null }]]);
  return { right, says: "", parts };
}

type LookProps = { question: PredictQuestion; committed: string };

/** Where to look while it trains. */
function Look({ question: { options, look }, committed }: LookProps) {
  const predicted = options.find(({ id }) => id === committed);
  return (
    <>
      <p>You predicted: {predicted && <WithCode text={predicted.text} />}</p>
      {look !== "" && (
        <p>
          <WithCode text={look} />
        </p>
      )}
    </>
  );
}

/** Keeps the place of the longest words that may be said: the card does not grow. */
function Room({ question, passes }: { question: PredictQuestion; passes: number }) {
  const longest = (list: readonly PredictQuestion["options"][number][]) =>
    list.toSorted((one, other) => words(other) - words(one))[0];
  const words = ({ text, why }: { text: string; why: string }) =>
    text.length + why.length;
  const right = longest(question.options.filter((option) => option.right));
  const wrong = longest(question.options.filter((option) => !option.right));
  return (
    <>
      <div className={styles.room} aria-hidden="true">
        <Look question={question} committed={wrong?.id ?? ""} />
      </div>
      <div className={styles.room} aria-hidden="true">
        <Verdict
          {...{ question }}
          right={false}
          says="Your run came out otherwise."
          predicted={wrong?.id ?? null}
          came={right?.id ?? null}
          numbers={{ ...plainNumbers, passes }}
          wasSure={70}
        />
      </div>
    </>
  );
}
