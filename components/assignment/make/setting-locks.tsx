"use client";
import { useId } from "react";
import { Button } from "@/components/kit/button";
import { Disclosure } from "@/components/kit/disclosure";
import { Row, Small, Stack } from "@/components/kit/layout";
import { Problem, Status } from "@/components/kit/status";
import { Tick } from "@/components/kit/tick";
import { listText } from "@/components/kit/wording";
import { groupOf, groups } from "@/components/lab/settings-groups";
import type { Assignment } from "@/labs/assignment/assignment";
import {
  judgesExamples,
  openExampleSettings,
  withExamplesLocked,
} from "@/labs/assignment/examples";
import { hasOneSeed, lockable } from "@/labs/assignment/locks";
import {
  exampleSettings,
  fields,
  isUsed,
  type Run,
  settings,
  settingText,
} from "@/labs/run/run";
import { allowedBy } from "./warnings";
import styles from "./workshop.module.css";

type Props = {
  draft: Assignment;
  onLock(lock: readonly (keyof Run)[]): void;
};

/**
 * Ticks for what no learner may change, each with its value; and whose seed counts. What
 * makes the examples is one tick where goals judge by them.
 */
export function SettingLocks({ draft, onLock }: Props) {
  const id = useId();
  const { run, lock } = draft;
  const listed = lockable.filter(
    (setting) =>
      setting !== "seed" &&
      // Where none are typed, no learner may type any.
      (setting !== "edits" || run.edits.length > 0) &&
      (isUsed(run, setting) || lock.includes(setting)),
  );
  const left = listed.filter((setting) => !lock.includes(setting));
  const judged = judgesExamples(draft);
  /** Keeps the order of `settings`. */
  const locked = (wanted: (setting: keyof Run) => boolean) =>
    onLock(settings.filter(wanted));
  const toggle = (setting: keyof Run) =>
    locked((one) => (one === setting ? !lock.includes(one) : lock.includes(one)));
  const oneSeed = hasOneSeed(draft);
  const setSeed = (one: boolean) =>
    locked((setting) => (setting === "seed" ? one : lock.includes(setting)));
  return (
    <>
      <Row>
        <Button
          onClick={() =>
            locked((one) => (one === "seed" ? oneSeed : listed.includes(one)))
          }
        >
          Lock all
        </Button>
        <Button onClick={() => locked((one) => one === "seed" && oneSeed)}>
          Lock none
        </Button>
      </Row>
      <Status>
        {listed.length - left.length} of {listed.length} settings locked. {leftText(left)}
      </Status>
      <div className={styles.locks}>
        {groups.map((group) => {
          const members = listed.filter((setting) => groupOf[setting] === group);
          return (
            members.length > 0 && (
              <fieldset key={group} className={styles.group}>
                <legend>{group}</legend>
                {judged && isExample(members[0]) ? (
                  <ExampleLocks {...{ draft, members, onLock }} onToggle={toggle} />
                ) : (
                  members.map((setting) => (
                    <LockTick
                      key={setting}
                      {...{ draft, setting }}
                      onToggle={() => toggle(setting)}
                    />
                  ))
                )}
              </fieldset>
            )
          );
        })}
      </div>
      <fieldset className={styles.group}>
        <legend>The seed: data, first weights and their order</legend>
        <Tick
          labelClass={styles.lock}
          type="radio"
          name={id}
          checked={!oneSeed}
          onChange={() => setSeed(false)}
        >
          <span>
            Each learner has their own, made from their name: weights cannot simply be
            passed on
          </span>
        </Tick>
        <Tick
          labelClass={styles.lock}
          type="radio"
          name={id}
          checked={oneSeed}
          onChange={() => setSeed(true)}
        >
          <span>
            The same for everyone: <b>{run.seed}</b>, so that all curves can be compared
          </span>
        </Tick>
        <Small>Either way, no learner can choose it.</Small>
      </fieldset>
    </>
  );
}

/** The work that locks leave to learners, in a sentence. */
export function leftText(left: readonly (keyof Run)[]): string {
  if (left.length === 0) {
    return "Nothing is left to change: learners train this very run and hand it in.";
  }
  return `Learners can change: ${listText(
    left.map((setting) => fields[setting].label),
    mostLeft,
  )}.`;
}

/** So many settings are named; the others are counted. */
const mostLeft = 6;

const isExample = (setting: keyof Run | undefined) =>
  exampleSettings.some((one) => one === setting);

type TickProps = { draft: Assignment; setting: keyof Run; onToggle(): void };

const LockTick = ({ draft, setting, onToggle }: TickProps) => (
  <Tick
    labelClass={styles.lock}
    checked={draft.lock.includes(setting)}
    onChange={onToggle}
  >
    <span>
      {fields[setting].label}: <b>{settingText(draft.run, setting)}</b>
    </span>
  </Tick>
);

type ExampleProps = Props & {
  /** The settings that make the examples. */
  members: readonly (keyof Run)[];
  onToggle(setting: keyof Run): void;
};

/** The settings that make the examples, locked as one; single ones open on purpose. */
function ExampleLocks({ draft, members, onLock, onToggle }: ExampleProps) {
  const { run } = draft;
  const open = openExampleSettings(draft);
  const values = members.map(
    (setting) => `${fields[setting].label} ${settingText(run, setting)}`,
  );
  return (
    <>
      <Tick
        labelClass={styles.lock}
        checked={open.length === 0}
        // Opening all of them at once is nothing that one press should do.
        disabled={open.length === 0}
        onChange={() => onLock(withExamplesLocked(draft))}
      >
        <span>
          <b>The examples, as one:</b> {values.join(", ")}
        </span>
      </Tick>
      <Small>
        They are locked together because a goal judges loss or accuracy: with easier
        examples, or a single one to test on, such goals are met as well.
      </Small>
      <Disclosure summary="Open single ones on purpose" opens={open.length > 0}>
        <Stack>
          {members.map((setting) => (
            <div key={setting}>
              <LockTick {...{ draft, setting }} onToggle={() => onToggle(setting)} />
              {open.includes(setting) && <Problem>{allowedBy[setting]}</Problem>}
            </div>
          ))}
        </Stack>
      </Disclosure>
    </>
  );
}
