import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { LinkedLab } from "@/components/site/linked-lab";
import { isLabId, labs } from "@/labs/catalog/labs";
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
  return (
    <div className={styles.page}>
      <h2 className="visually-hidden">The lab</h2>
      <LinkedLab id={id} link="address" ways={<Link href="/labs">All labs</Link>} />
    </div>
  );
}
