// The editions of the Data Science Virtual Machine, and the pitfalls of choosing one.
import type { SourceName } from "../sources";
import type { Figures, GpuSize } from "./gpu-sizes";
import { isRetired } from "./retired";

/** Something to know of a choice, and where it stands. */
type Remark = { says: string; source: SourceName };

/** An image that Microsoft has published. */
export type Edition = {
  label: string;
  system: "Ubuntu" | "Windows";
  offer: string;
  /** The image's full name. */
  urn: string;
  /** The machine generations that it starts on; null where no source says. */
  generations: readonly (1 | 2)[] | null;
  /** Whatever somebody who chooses it should know. */
  remarks: readonly Remark[];
};

const repositoriesName = (source: SourceName): Remark => ({
  says: "Microsoft’s pages do not give the image’s full name. This is the one that public repositories use, so step 2 asks first.",
  source,
});

const latest: Remark = {
  says: "A single version stays available for 12 months, and the newest one named is of May 2025. So the commands ask for the latest, whatever its number.",
  source: "dsvm-release-notes",
};

/** Every edition that the course speaks of. */
export const editions = {
  "ubuntu-2204": {
    label: "Ubuntu 22.04",
    system: "Ubuntu",
    offer: "ubuntu-2204",
    urn: "microsoft-dsvm:ubuntu-2204:2204-gen2:latest",
    generations: [2],
    remarks: [
      repositoriesName("dsvm-release-notes"),
      latest,
      {
        says: "Ubuntu’s standard support for 22.04 ends on 30 June 2027: plan for another image by then.",
        source: "azure-batch-ubuntu-2204",
      },
    ],
  },
  "ubuntu-2004": {
    label: "Ubuntu 20.04",
    system: "Ubuntu",
    offer: "ubuntu-2004",
    urn: "microsoft-dsvm:ubuntu-2004:2004-gen2:latest",
    generations: [2],
    remarks: [
      {
        says: "Ubuntu’s standard support for 20.04 ended on 23 April 2025. Take 22.04.",
        source: "azure-batch-ubuntu-2004",
      },
      latest,
    ],
  },
  "win-2022": {
    label: "Windows Server 2022",
    system: "Windows",
    offer: "dsvm-win-2022",
    urn: "microsoft-dsvm:dsvm-win-2022:winserver-2022:latest",
    generations: null,
    remarks: [repositoriesName("dsvm-windows"), latest],
  },
  "win-2019": {
    label: "Windows Server 2019",
    system: "Windows",
    offer: "dsvm-win-2019",
    urn: "microsoft-dsvm:dsvm-win-2019:winserver-2019:latest",
    generations: [1],
    remarks: [
      {
        says: "The release notes give the name winserver-2019 on 9 March 2022, in place of server-2019.",
        source: "dsvm-release-notes",
      },
      {
        says: "There are images of generation 1 only.",
        source: "dsvm-known-issues",
      },
      latest,
    ],
  },
} as const satisfies Record<string, Edition>;

/** The name of an edition. */
export type EditionId = keyof typeof editions;

/** A warning; `stops` where the choice cannot work. */
export type Pitfall = Remark & { stops: boolean };

/**
 * How many whole GPUs a size has, at least 1, and the memory of each or of the share, in
 * GB.
 */
export function gpusOf({ gpus, gpuMemory }: Figures): { count: number; each: number } {
  const count = gpus.includes("/") ? 1 : Number(gpus);
  return { count, each: gpuMemory / count };
}

function generationPitfall(
  edition: Edition,
  { name, figures, source }: GpuSize,
): Pitfall[] {
  const boots: readonly number[] = figures?.generations ?? [];
  const says = (text: string, stops: boolean) => [{ says: text, stops, source }];
  if (edition.generations === null) {
    if (boots.length === 2) return [];
    return says(
      `${name} starts images of generation ${boots.join(", ")} only, and no source we read gives the generation of ${edition.label}: look at what step 2 prints, V1 or V2.`,
      false,
    );
  }
  if (edition.generations.some((generation) => boots.includes(generation))) return [];
  return says(
    `${edition.label} is an image of generation ${edition.generations.join(", ")}, and ${name} starts generation ${boots.join(", ")} only: these two never meet. Take Ubuntu 22.04, or a size with a T4.`,
    true,
  );
}

/** The pitfalls of an edition with a size on the day `today` (YYYY-MM-DD). */
export function pitfallsOf(edition: Edition, size: GpuSize, today: string): Pitfall[] {
  const { name, figures, source, retiredOn, replacement, preview, needs } = size;
  if (!figures || isRetired(size, today)) {
    const instead = replacement ? ` Microsoft names ${replacement} in its place.` : "";
    const says = `${name} was retired on ${retiredOn}: no such machine can be had.${instead}`;
    return [{ says, stops: true, source }];
  }
  const { count, each } = gpusOf(figures);
  const found = generationPitfall(edition, size);
  if (needs) found.push({ says: needs.says, stops: false, source: needs.source });
  found.push({
    says: `Quota: this size needs ${figures.vcpus} vCPUs free in its family and in the region. For a GPU family the limit of a new subscription can be 0, and machines that are deallocated go on counting.`,
    stops: false,
    source: "azure-quotas",
  });
  found.push({
    says: "Azure’s free accounts do not support GPU sizes.",
    stops: false,
    source: "dsvm-overview",
  });
  if (figures.gpus.includes("/")) {
    const says = `It holds ${figures.gpus} of a card: ${figures.gpuMemory} GB is all of the memory there is.`;
    found.push({ says, stops: false, source });
  }
  if (count > 1) {
    const says = `Its ${figures.gpuMemory} GB are ${count} GPUs of ${each} GB. A network on one GPU uses ${each} GB; the others cost and wait.`;
    found.push({ says, stops: false, source });
  }
  if (preview) found.push({ says: `${name} is in preview.`, stops: false, source });
  return found;
}
