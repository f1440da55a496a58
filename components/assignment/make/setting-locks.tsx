"use client";
import { useId } from "react";
import { Button } from "@/components/kit/button";
import { Row, Small } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { Tick } from "@/components/kit/tick";
import { groupOf, groups } from "@/components/lab/settings-groups";
import { counted } from "@/labs/arithmetic/number-text";
import type { Assignment } from "@/labs/assignment/assignment";
import { hasOneSeed } from "@/labs/assignment/locks";
import type { Field } from "@/labs/field/field";
import { fields, isUsed, type Run, settings } from "@/labs/run/run";
import styles from "./workshop.module.css";

type Props = {
  draft: Assignment;
  onLock(lock: readonly (keyof Run)[]): void;
};

/** Ticks for what no learner may change, each with its value; and whose seed counts. */
export function SettingLocks({ draft, onLock }: Props) {
  const id = useId();
  const { run, lock } = draft;
  const listed = settings.filter(
    (setting) =>
      setting !== "seed" &&
      // Where none are typed, no learner may type any.
      (setting !== "edits" || run.edits.length > 0) &&
      (isUsed(run, setting) || lock.includes(setting)),
  );
  const ticked = listed.filter((setting) => lock.includes(setting)).length;
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
        <Status>
          {ticked} of {listed.length} settings locked
        </Status>
      </Row>
      <div className={styles.locks}>
        {groups.map((group) => {
          const members = listed.filter((setting) => groupOf[setting] === group);
          return (
            members.length > 0 && (
              <fieldset key={group} className={styles.group}>
                <legend>{group}</legend>
                {members.map((setting) => (
                  <Tick
                    key={setting}
                    labelClass={styles.lock}
                    checked={lock.includes(setting)}
                    onChange={() => toggle(setting)}
                  >
                    <span>
                      {fields[setting].label}: <b>{settingText(run, setting)}</b>
                    </span>
                  </Tick>
                ))}
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

type Option = { value: string; label: string };

const labelOf = (options: readonly Option[], name: string) =>
  options.find(({ value }) => value === name)?.label ?? name;

/** The value of a setting in words: "Tanh", "0.03", "8, then 4 neurons", "12 entries". */
export function settingText<K extends keyof Run>(run: Run, setting: K): string {
  const { control, format }: Field<Run[K]> = fields[setting];
  const text = format(run[setting]);
  if (control.kind === "choice") return labelOf(control.options, text);
  if (control.kind === "set" || control.kind === "perLayer") {
    const { options } = control;
    return text
      .split("-")
      .map((name) => labelOf(options, name))
      .join(", ");
  }
  if (control.kind === "layers") {
    return text === "none" ? "none" : `${text.split("-").join(", then ")} neurons`;
  }
  if (control.kind === "written" && text !== "none") {
    return counted(text.split("*").length, "entry", "entries");
  }
  return text;
}
