"use client";
// A lab that has its page to itself. The page's HTML holds it as it begins, drawn while the
// site was built; the browser then takes it over, and opens it as the address says.
import {
  type ComponentType,
  type ReactNode,
  Suspense,
  startTransition,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Failure } from "@/components/kit/boundary";
import type { Lab } from "@/labs/catalog/lab";
import { type LabId, labs } from "@/labs/catalog/labs";
import type { Dataset } from "@/labs/data/dataset";
import { datasets } from "@/labs/data/datasets";
import { missingFile } from "@/labs/data/sample";
import styles from "./lab.module.css";
import { type AssignedBenchProps, LabBench } from "./lab-bench";
import { LabHeading, LabSection, UnclearAssignment, WaitingLab } from "./lab-section";
import { BuiltLab } from "./live";
import { type Opening, openingOf } from "./opening";
import { arrivalOf, provideFile } from "./training/provide-file";
import { unloadedText } from "./unloaded";

type Props = {
  id: LabId;
  /** Stands in the bench's place where the link asks for something. */
  assigned: ComponentType<AssignedBenchProps>;
  /** The map of the lab's own run, drawn while the page was built. */
  still?: ReactNode;
  /** How each claim came out on many seeds, by its id. */
  seeds: Readonly<Record<string, ReactNode>>;
  /** Ways on from the lab, such as its lessons. */
  ways?: ReactNode;
};

/** The lab of a page whose address follows the run. */
export function AddressedLab({ id, assigned, still, seeds, ways }: Props) {
  const lab: Lab = labs[id];
  const root = useRef<HTMLElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const file = missingFile(lab.start);
    if (problem === null && file !== null) void provideFile(file).then(setProblem);
  }, [lab, problem]);
  const heading = useMemo(() => <LabHeading lab={lab} as="h1" />, [lab]);
  // The same element at every rendering: what the browser has not taken over yet must not
  // change.
  const bench = useMemo(() => {
    const waiting = (
      <WaitingLab
        claims={lab.claims}
        problem={null}
        onRetry={() => {}}
        {...{ heading }}
      />
    );
    const parts = { lab, root, heading, still, seeds, ways, assigned };
    const opened = <OpenedLab {...parts} onProblem={setProblem} />;
    // Only what waits for data may be put off: the server would send it behind the page.
    return fileOf(lab) === null ? (
      opened
    ) : (
      <Suspense fallback={waiting}>{opened}</Suspense>
    );
  }, [lab, heading, still, seeds, ways, assigned]);
  return (
    <LabSection {...{ lab, root }}>
      {problem !== null && (
        <div className={styles.problem}>
          <Failure problem={problem} onRetry={() => setProblem(null)} />
        </div>
      )}
      {bench}
    </LabSection>
  );
}

type OpenedProps = Pick<Props, "assigned" | "still" | "seeds" | "ways"> & {
  lab: Lab;
  root: AssignedBenchProps["root"];
  heading: ReactNode;
  /** Given why the data of the link could not be loaded. */
  onProblem(problem: string): void;
};

function OpenedLab(props: OpenedProps) {
  const { lab, root, heading, still, seeds, ways, assigned: Assigned, onProblem } = props;
  const file = fileOf(lab);
  if (file !== null) use(arrivalOf(file));
  const [built] = useState(() => openingOf(lab, { kind: "own" }));
  const linked = useLinked(lab, onProblem);
  const bench = {
    root,
    heading,
    still,
    seeds,
    ways,
    shownViews: lab.views,
    addressed: true,
    onRun: undefined,
  };
  if (!linked) {
    return (
      <BuiltLab>
        <LabBench {...bench} start={built.start} parts={built.parts} />
      </BuiltLab>
    );
  }
  const { start, parts, assignment, unclear } = linked;
  if (unclear.length > 0) return <UnclearAssignment {...{ heading, unclear }} />;
  if (assignment) return <Assigned {...bench} {...{ start, parts, assignment }} />;
  return <LabBench {...bench} {...{ start, parts }} />;
}

/** The file of the lab's own data; null where it has none. */
function fileOf({ start }: Lab): string | null {
  const data: Dataset = datasets[start.data];
  return data.on === "plane" ? null : data.file;
}

/** Reads links; null where it cannot be loaded. */
const loadReader = () => import("./linked-opening").catch(() => null);

/**
 * How the page's address opens the lab; null until that is read and its data are there, and
 * where it says nothing: that opens the lab which is there already.
 */
function useLinked(lab: Lab, onProblem: (problem: string) => void): Opening | null {
  const [linked, setLinked] = useState<Opening | null>(null);
  // Not while rendering: on the way here from another page, that one's address stands yet.
  useLayoutEffect(() => {
    const query = window.location.search.slice(1);
    if (query === "") return;
    let left = false;
    async function open() {
      const reader = await loadReader();
      if (!reader) return unloadedText;
      const opening = reader.linkedOpening(lab, "address", query);
      const file = missingFile(opening.start.run);
      const problem = file === null ? null : await provideFile(file);
      if (problem === null && !left) startTransition(() => setLinked(opening));
      return problem;
    }
    void open().then((problem) => problem !== null && !left && onProblem(problem));
    return () => {
      left = true;
    };
  }, [lab, onProblem]);
  return linked;
}
