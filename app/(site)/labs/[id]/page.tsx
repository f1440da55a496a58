import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { seedStrips } from "@/components/lab/seed-strip";
import { MapPaint } from "@/components/lab/still";
import { trainedSide } from "@/components/lab/trained-side";
import { LinkedLab } from "@/components/site/linked-lab";
import { lessonsWith } from "@/content/lesson/lesson";
import { isLabId, type LabId, labs } from "@/labs/catalog/labs";
import { datasets } from "@/labs/data/datasets";
import styles from "./lab-page.module.css";

type Props = { params: Promise<{ id: string }> };

export const dynamicParams = false;

export const generateStaticParams = () => Object.keys(labs).map((id) => ({ id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  return isLabId(id) ? { title: labs[id].title, description: labs[id].question } : {};
}

export default async function LabPage({ params }: Props) {
  const { id } = await params;
  if (!isLabId(id)) notFound();
  const { start } = labs[id];
  const onPlane = datasets[start.data].on === "plane";
  // The lab is drawn here as well as in the browser, and needs its data.
  trainedSide(start, 0);
  return (
    <div className={styles.page}>
      <LinkedLab
        id={id}
        still={onPlane && <MapPaint run={start} pass={0} />}
        seeds={seedStrips(labs[id])}
        ways={<LabWays id={id} />}
      />
    </div>
  );
}

/** The lessons that use a lab, and all labs. */
async function LabWays({ id }: { id: LabId }) {
  const lessons = await lessonsWith(id);
  return (
    <>
      {lessons.map(({ slug, number, title }, at) => (
        <Link key={slug} href={`/lessons/${slug}`} title={title}>
          <span className={at > 0 ? "visually-hidden" : undefined}>Lesson </span>
          {number}
        </Link>
      ))}
      <Link href="/labs">All labs</Link>
    </>
  );
}
