// The GPU sizes of Azure as a table, with where each row comes from.
import { PlainTable, ScrollRegion } from "@/components/kit/scroll-table";
import { type GpuSize, gpuSizes } from "@/content/dsvm/gpu-sizes";
import { type Source, sources } from "@/content/sources";
import styles from "./gpu-sizes.module.css";
import { SizeStatus } from "./size-status";

const used = [
  ...new Set(
    gpuSizes.flatMap(({ source, needs }) => (needs ? [source, needs.source] : [source])),
  ),
];

/** A name that may break after its underscores. */
function Name({ text }: { text: string }) {
  return text.split("_").map((part, index, parts) => (
    <span key={index}>
      {part}
      {index < parts.length - 1 && "_"}
      <wbr />
    </span>
  ));
}

function gpusOf({ gpu, figures }: GpuSize): string {
  if (!figures || !gpu) return gpu ?? "not named";
  return figures.gpus.includes("/")
    ? `${figures.gpus} of ${gpu}`
    : `${figures.gpus} × ${gpu}`;
}

function Row({ size, builtOn }: { size: GpuSize; builtOn: string }) {
  const { name, figures, source, checkedOn, preview, needs } = size;
  const status = <SizeStatus size={size} builtOn={builtOn} />;
  return (
    <tr>
      <th scope="row">
        <Name text={name} />
        {preview && <span className={styles.note}>in preview</span>}
        {needs && <span className={styles.note}>{needs.short}</span>}
        {figures && status}
      </th>
      <td>{gpusOf(size)}</td>
      {figures ? (
        <>
          <td className={styles.number}>{figures.gpuMemory}</td>
          <td className={styles.number}>{figures.vcpus}</td>
          <td className={styles.number}>{figures.ram}</td>
          <td className={styles.number}>{figures.generations.join(", ")}</td>
        </>
      ) : (
        <td colSpan={4}>{status}</td>
      )}
      <td>
        <a
          href={sources[source].url}
          aria-label={`${sources[source].title}, read ${checkedOn}`}
        >
          <time dateTime={checkedOn}>{checkedOn}</time>
        </a>
      </td>
    </tr>
  );
}

/** The table of sizes, each with its source; `alt` tells it in words. */
export function GpuSizes({ alt }: { alt: string }) {
  const builtOn = new Date().toISOString().slice(0, 10);
  return (
    <div className={styles.figure}>
      <ScrollRegion aria-label={alt}>
        <PlainTable cells="words" className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Size</th>
              <th scope="col">GPU</th>
              <th scope="col">GPU memory, GB</th>
              <th scope="col">vCPUs</th>
              <th scope="col">RAM, GiB</th>
              <th scope="col">Generation</th>
              <th scope="col">Source read</th>
            </tr>
          </thead>
          <tbody>
            {gpuSizes.map((size) => (
              <Row key={size.name} size={size} builtOn={builtOn} />
            ))}
          </tbody>
        </PlainTable>
      </ScrollRegion>
      <p className={styles.heading}>Sources</p>
      <ul className={styles.sources}>
        {used.map((name) => {
          const { url, title, publisher, dated, checkedOn }: Source = sources[name];
          return (
            <li key={name}>
              <a href={url}>{title}</a>, {publisher}, dated {dated}, read {checkedOn}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
