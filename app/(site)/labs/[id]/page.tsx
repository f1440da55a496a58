import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { LinkedLab } from "@/components/site/linked-lab";
import { Page } from "@/components/site/page-parts";
import { isLabId, labs } from "@/labs/catalog/labs";

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
    <Page tight>
      <h1 className="visually-hidden">{labs[id].title}</h1>
      <h2 className="visually-hidden">The lab</h2>
      <LinkedLab id={id} link="address" />
      <p>
        <Link href="/labs">All labs</Link>
      </p>
    </Page>
  );
}
