// The lessons as cards.
import type { ReactNode } from "react";
import { LabStill, runOfClaim } from "@/components/lab/lab-still";
import { CurveStill, MapStill, NetworkStill, RunStill } from "@/components/lab/still";
import type { ReadLesson } from "@/components/progress/continue-at";
import type { Slug } from "@/content/course";
import { minutesRule } from "@/content/lesson/lesson-minutes";
import { labs } from "@/labs/catalog/labs";
import { PictureCard, PictureCards } from "./picture-card";
import { promisedRun } from "./promise";
import { LessonNote } from "./returning";

/** A picture of each lesson, from a run that it trains. */
const pictures: Readonly<Record<Slug, () => ReactNode>> = {
  "machine-learning": () => <MapStill run={runOfClaim("features", "xor-from-product")} />,
  "deep-learning": () => <MapStill run={promisedRun} />,
  "how-a-network-learns": () => <LabStill id="optimizers" />,
  "choosing-without-cheating": () => <CurveStill run={labs.overfitting.start} />,
  "pictures-sound-time": () => <RunStill run={runOfClaim("series", "share-does-not")} />,
  "loss-functions": () => <CurveStill run={runOfClaim("loss", "twenty-by-heart")} />,
  "yes-or-no": () => <RunStill run={labs["yes-or-no"].start} />,
  "small-windows": () => <RunStill run={runOfClaim("pictures", "moved-all")} />,
  gpus: () => <NetworkStill run={runOfClaim("gpu", "batches-of-ten")} />,
  "data-science-vms": () => <MapStill run={runOfClaim("dsvm", "another-seed")} />,
};

/** A lesson to choose, and how long it takes. */
export type OfferedLesson = ReadLesson & {
  slug: Slug;
  summary: string;
  minutes: number;
};

/** Every lesson in the order of the course, with what the reader has done of it. */
export const LessonCards = ({ lessons }: { lessons: readonly OfferedLesson[] }) => (
  <PictureCards id="lessons" title="Lessons" note={minutesRule}>
    {lessons.map((lesson, at) => (
      <PictureCard
        key={lesson.slug}
        href={`/lessons/${lesson.slug}`}
        title={`${at + 1}. ${lesson.title}`}
        picture={pictures[lesson.slug]()}
        text={lesson.summary}
        note={
          <>
            {lesson.minutes} min
            <LessonNote lesson={lesson} />
          </>
        }
      />
    ))}
  </PictureCards>
);
