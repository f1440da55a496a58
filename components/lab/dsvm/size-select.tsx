"use client";
import { Field } from "@/components/kit/field";
import { gpusOf } from "@/content/dsvm/dsvm-editions";
import { type GpuSize, gpuSizes } from "@/content/dsvm/gpu-sizes";

/** The size that is chosen at first: the smallest with a whole GPU. */
export const firstSize = "Standard_NC4as_T4_v3";

export const sizeNamed = (name: string): GpuSize =>
  gpuSizes.find((size) => size.name === name) ?? gpuSizes[0]!;

function sizeText({ name, gpu, figures }: GpuSize): string {
  const short = name.replace("Standard_", "").replaceAll("_", " ");
  if (!figures) return gpu ? `${short} (${gpu})` : short;
  const { count, each } = gpusOf(figures);
  if (figures.gpus.includes("/"))
    return `${short}: ${figures.gpus} of ${gpu}, ${each} GB`;
  return `${short}: ${count} × ${gpu}, ${each} GB${count > 1 ? " each" : ""}`;
}

type Props = { value: string; retired: boolean; onChange(name: string): void };

/**
 * One of the course's GPU sizes; the retired ones, if wanted, in a group of their own.
 */
export function SizeSelect({ value, retired, onChange }: Props) {
  const option = (size: GpuSize) => (
    <option key={size.name} value={size.name}>
      {sizeText(size)}
    </option>
  );
  return (
    <Field label="GPU size">
      {(control) => (
        <select
          {...control}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          {gpuSizes.filter(({ figures }) => figures).map(option)}
          {retired && (
            <optgroup label="In older texts">
              {gpuSizes.filter(({ figures }) => !figures).map(option)}
            </optgroup>
          )}
        </select>
      )}
    </Field>
  );
}
