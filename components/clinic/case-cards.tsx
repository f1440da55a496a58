// The cases of the clinic as cards, each with what its sick run ended as.
import { PictureCard, PictureCards } from "@/components/home/picture-card";
import { CurveStill, RunStill } from "@/components/lab/still";
import { runOfCase } from "@/content/clinic/case";
import { cases } from "@/content/clinic/cases";
import { datasets } from "@/labs/data/datasets";
import { CaseNote } from "./case-note";

/** Every case, in the order of the list. */
export const CaseCards = () => (
  <PictureCards id="cases" title="Twelve cases">
    {cases.map((one, at) => {
      const run = runOfCase(one);
      const onPlane = datasets[run.data].on === "plane";
      return (
        <PictureCard
          key={one.id}
          href={`/clinic/${one.id}`}
          title={`${at + 1}. ${one.title}`}
          picture={onPlane ? <RunStill run={run} /> : <CurveStill run={run} />}
          text={one.complaint}
          note={<CaseNote one={one} />}
        />
      );
    })}
  </PictureCards>
);
