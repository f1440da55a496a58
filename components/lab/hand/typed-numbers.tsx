import { useId, useState } from "react";
import { layerNames } from "@/labs/hand/pass-names";
import { widthsOf } from "@/labs/network";
import type { Run } from "@/labs/run";
import { networkOf } from "@/labs/task";
import lab from "../lab.module.css";
import styles from "./hand.module.css";
import { TypedPoints } from "./typed-points";
import { TypedWeights } from "./typed-weights";

type Props = { run: Run; start: Run; onSet(run: Run): void };

/** The numbers that a pass starts from, to type in: they go into the run and its link. */
export function TypedNumbers({ run, start, onSet }: Props) {
  const note = useId();
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const network = networkOf(run);
  const onWrong = (label: string, says: string | null) => {
    setWrong(({ [label]: _, ...others }) =>
      says === null ? others : { ...others, [label]: says },
    );
  };
  const shape = widthsOf(network).join("-");
  const sameShape = networkOf(start).size === network.size;
  const given = { run, note, onSet, onWrong };
  return (
    <div className={styles.typed}>
      <p className={lab.small}>
        What you type is taken at once, to the digit, and stands in the link: check a
        calculation of your own here. Training starts anew.
      </p>
      <TypedWeights key={shape} names={layerNames(run, network)} {...given} />
      <div className={lab.buttons}>
        {sameShape && run.edits !== start.edits && (
          <button type="button" onClick={() => onSet({ ...run, edits: start.edits })}>
            The lab’s weights
          </button>
        )}
        {run.edits.length > 0 && (
          <button type="button" onClick={() => onSet({ ...run, edits: [] })}>
            Weights from the seed
          </button>
        )}
      </div>
      {run.data === "own" ? (
        <TypedPoints {...given} />
      ) : (
        <p>
          <button type="button" onClick={() => onSet({ ...run, data: "own", own: [] })}>
            Copy these points, to type over them
          </button>
        </p>
      )}
      <div id={note} role="alert" className={styles.wrong}>
        {Object.values(wrong).map((says) => (
          <p key={says}>{says}</p>
        ))}
      </div>
    </div>
  );
}
