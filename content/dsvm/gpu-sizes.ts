// The GPU sizes of Azure that the lesson on the DSVM speaks of, current and retired.
import type { SourceName } from "../sources";

/** The outfit of one machine of a size. */
export type Figures = {
  /** Whole GPUs, or the share of one: "1", "4", "1/6". */
  gpus: string;
  /** The memory of all its GPUs or of its share, in GB. */
  gpuMemory: number;
  vcpus: number;
  /** The machine's own memory, in GiB. */
  ram: number;
  /** The machine generations whose images it boots. */
  generations: readonly (1 | 2)[];
};

/** One size, or a whole series where it is only listed as retired. */
export type GpuSize = {
  name: string;
  /** Null where the source does not name it. */
  gpu: string | null;
  /** Null for a retired series: there is nothing left to choose. */
  figures: Figures | null;
  source: SourceName;
  /** When somebody of the course last read the source: YYYY-MM-DD. */
  checkedOn: string;
  /** The day from which it can no longer be used: YYYY-MM-DD. */
  retiredOn?: string;
  /** The suggestion of Microsoft or the course in its place. */
  replacement?: string;
  preview?: true;
  /** Software for its GPU that the images do not bring, or may not bring. */
  needs?: Need;
};

/** A need of a GPU, in a few words and in a sentence, and where it stands. */
type Need = { short: string; says: string; source: SourceName };

const grid = "The image brings the CUDA driver, and this size needs NVIDIA’s GRID driver";
const instead = "Install that first, or take a size with a T4, an A100 or an H100.";

const gridDriver: Need = {
  short: "needs the GRID driver",
  says: `${grid}. ${instead}`,
  source: "azure-gpu-drivers",
};
const gridUnguarded: Need = {
  short: "needs the GRID driver, secure boot and vTPM off",
  says: `${grid}, with secure boot and vTPM switched off. ${instead}`,
  source: "azure-gpu-drivers",
};
const fabricManager: Need = {
  short: "may need Fabric Manager",
  says: "Sizes with an A100 need NVIDIA’s Fabric Manager, which may be missing from the image: install it where PyTorch finds no GPU.",
  source: "dsvm-known-issues",
};

const checkedOn = "2026-11-01";
const both = [1, 2] as const;
const second = [2] as const;

const t4 = { gpu: "T4", source: "azure-nc-t4", checkedOn } as const;
const a10 = {
  gpu: "A10",
  source: "azure-nv-a10",
  checkedOn,
  needs: gridDriver,
} as const;
const a100 = {
  gpu: "A100",
  source: "azure-nc-a100",
  checkedOn,
  needs: fabricManager,
} as const;
const h100 = { gpu: "H100 NVL", source: "azure-nc-h100", checkedOn } as const;

const figures = (
  gpus: string,
  gpuMemory: number,
  vcpus: number,
  ram: number,
  generations: readonly (1 | 2)[],
): Figures => ({ gpus, gpuMemory, vcpus, ram, generations });

/** Every size the course speaks of: the current ones by memory, then the retired. */
export const gpuSizes: readonly GpuSize[] = [
  { ...a10, name: "Standard_NV6ads_A10_v5", figures: figures("1/6", 4, 6, 55, both) },
  { ...a10, name: "Standard_NV12ads_A10_v5", figures: figures("1/3", 8, 12, 110, both) },
  { ...a10, name: "Standard_NV18ads_A10_v5", figures: figures("1/2", 12, 18, 220, both) },
  { ...t4, name: "Standard_NC4as_T4_v3", figures: figures("1", 16, 4, 28, both) },
  { ...t4, name: "Standard_NC8as_T4_v3", figures: figures("1", 16, 8, 56, both) },
  { ...t4, name: "Standard_NC16as_T4_v3", figures: figures("1", 16, 16, 110, both) },
  { ...a10, name: "Standard_NV36ads_A10_v5", figures: figures("1", 24, 36, 440, both) },
  { ...a10, name: "Standard_NV72ads_A10_v5", figures: figures("2", 48, 72, 880, both) },
  { ...t4, name: "Standard_NC64as_T4_v3", figures: figures("4", 64, 64, 440, both) },
  {
    ...a100,
    name: "Standard_NC24ads_A100_v4",
    figures: figures("1", 80, 24, 220, second),
  },
  {
    ...h100,
    name: "Standard_NC40ads_H100_v5",
    figures: figures("1", 94, 40, 320, second),
  },
  {
    name: "Standard_NC128ds_xl_RTXPRO6000BSE_v6",
    gpu: "RTX PRO 6000",
    figures: figures("1", 96, 128, 512, second),
    source: "azure-nc-rtx-pro",
    checkedOn,
    preview: true,
    needs: gridUnguarded,
  },
  {
    ...a100,
    name: "Standard_NC48ads_A100_v4",
    figures: figures("2", 160, 48, 440, second),
  },
  {
    ...h100,
    name: "Standard_NC80adis_H100_v5",
    figures: figures("2", 188, 80, 640, second),
  },
  {
    ...a100,
    name: "Standard_NC96ads_A100_v4",
    figures: figures("4", 320, 96, 880, second),
  },
  {
    name: "NC",
    gpu: "K80",
    figures: null,
    source: "azure-nc-retirement",
    checkedOn,
    retiredOn: "2023-09-06",
    replacement: "NCasT4_v3",
  },
  {
    name: "NV",
    gpu: "M60",
    figures: null,
    source: "azure-nv-retirement",
    checkedOn: "2026-11-23",
    retiredOn: "2023-09-06",
  },
  {
    name: "NCv3",
    gpu: "V100",
    figures: null,
    source: "azure-ncv3-retirement",
    checkedOn,
    retiredOn: "2025-09-30",
    replacement: "NC A100 v4",
  },
  {
    name: "NVv3",
    gpu: null,
    figures: null,
    source: "azure-retirements",
    checkedOn,
    retiredOn: "2026-09-30",
    replacement: "NVads A10 v5",
  },
  {
    name: "NVv4",
    gpu: null,
    figures: null,
    source: "azure-retirements",
    checkedOn,
    retiredOn: "2026-09-30",
    replacement: "NVads A10 v5 or NVads V710 v5",
  },
];
