"use client";
import { memo, useId, useState } from "react";
import { Button } from "@/components/kit/button";
import type { Lab } from "@/labs/catalog/lab";
import { type DatasetName, datasets, kindOf } from "@/labs/data/datasets";
import type { Field } from "@/labs/field/field";
import { suitsOf } from "@/labs/network/loss";
import {
  activationsIn,
  differs,
  fields,
  isUsed,
  lossSuits,
  type Run,
  settings,
} from "@/labs/run/run";
import { DataChoice } from "./controls/data-choice";
import { ControlGroup, FieldControl, type Fit } from "./controls/field-control";
import { Locked } from "./controls/locked";
import type { NetworkDesk } from "./network/network-desk";
import { groupOf, groups, type SettingGroup } from "./settings-groups";
import styles from "./settings-panel.module.css";
import { type Assigned, lockOf } from "./training/lab-state";

type Props = {
  run: Run;
  lab: Lab;
  /** Settings that have a control elsewhere. */
  elsewhere: readonly (keyof Run)[];
  assigned: Assigned | null;
  act: NetworkDesk["act"];
};

/**
 * A control for each setting that the lab lets the reader change, and for each that a
 * link has set all the same: nothing that decides the run is out of sight. In a narrow lab
 * it is a sheet at the foot of the screen that shows one group at a time.
 */
export const SettingsPanel = memo(function SettingsPanel(props: Props) {
  const { run, lab, assigned, elsewhere, act } = props;
  const id = useId();
  const [opened, setOpened] = useState<SettingGroup | null>(null);
  const control = <K extends keyof Run>(setting: K) => {
    const field: Field<Run[K]> = fields[setting];
    if (setting === "data" && datasets[run.data].on === "plane") {
      return (
        <Locked key={setting} why={lockOf(assigned, setting)}>
          <DataChoice
            label={field.label}
            run={run}
            names={alikeData(run)}
            onChoose={(data) => act.current.set({ ...run, data })}
          />
        </Locked>
      );
    }
    return (
      <Locked key={setting} why={lockOf(assigned, setting)}>
        <FieldControl
          field={field}
          value={run[setting]}
          layers={activationsIn(run)}
          fit={(text) => fitOf(run, setting, text)}
          idle={idleIn(run, setting)}
          heading={groupOf[setting]}
          onChange={(value) => act.current.set({ ...run, [setting]: value })}
        />
      </Locked>
    );
  };
  const shown = settings.filter(
    (setting) =>
      !elsewhere.includes(setting) &&
      isUsed(run, setting) &&
      !isBlank(setting, run) &&
      (lab.controls.includes(setting) || differs(setting, run, lab.start)),
  );
  const filled = groups.filter((group) => shown.some((one) => groupOf[one] === group));
  return (
    <div className={styles.settings} role="group" aria-label="Settings of the run">
      <div className={styles.tabs}>
        {filled.map((group) => (
          <Button
            key={group}
            look="tab"
            aria-expanded={group === opened}
            aria-controls={`${id}${group}`}
            onClick={() => setOpened(group === opened ? null : group)}
          >
            {group}
          </Button>
        ))}
      </div>
      <div className={styles.groups} data-opened={opened ?? undefined}>
        {filled.map((group) => (
          <div
            key={group}
            id={`${id}${group}`}
            data-shown={group === opened || undefined}
          >
            <ControlGroup legend={group}>
              {shown.filter((setting) => groupOf[setting] === group).map(control)}
            </ControlGroup>
          </div>
        ))}
      </div>
    </div>
  );
});

/** Why a setting changes nothing in a run, or null where it counts. */
function idleIn(run: Run, setting: keyof Run): string | null {
  if (setting === "decay" && run.regularization === "none") {
    return "Choose L1 or L2 to use it.";
  }
  const ofHidden = setting === "activations" || setting === "drop";
  return ofHidden && activationsIn(run) === 0 ? "Add a hidden layer to use it." : null;
}

/** The data of the same sort as a run's: points of the plane, pictures, … */
function alikeData(run: Run): DatasetName[] {
  const names = Object.keys(datasets).map((name) => fields.data.parse(name));
  const { on } = datasets[run.data];
  return names.filter((name) => name !== null).filter((name) => datasets[name].on === on);
}

/** How an option suits the data of a run: a loss must be able to judge it. */
function fitOf(run: Run, setting: keyof Run, text: string): Fit {
  const others = alikeData(run);
  if (setting === "data") {
    return others.some((name) => name === text) ? "here" : "nowhere";
  }
  const loss = setting === "loss" ? fields.loss.parse(text) : null;
  if (loss === null || lossSuits({ ...run, loss })) return "here";
  const suits = suitsOf(loss);
  const some = others.some((data) => suits.includes(kindOf({ ...run, data })));
  return some ? "other data" : "nowhere";
}

/** Whether a view could write the setting, and has written nothing. */
function isBlank<K extends keyof Run>(setting: K, run: Run): boolean {
  const field: Field<Run[K]> = fields[setting];
  return field.control.kind === "written" && field.format(run[setting]) === "none";
}
