import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmbeddedLab } from "@/components/lab/embedded-lab";
import { FramedWay } from "@/components/lti/framed-way";
import { FramedLab } from "@/components/site/linked-lab";
import { isLabId, labs } from "@/labs/catalog/labs";

type Props = { params: Promise<{ id: string }> };

export const dynamicParams = false;

export const generateStaticParams = () => Object.keys(labs).map((id) => ({ id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  // The page that embeds a lab is what a search should find.
  return isLabId(id) ? { title: labs[id].title, robots: { index: false } } : {};
}

/** One lab alone, for a frame in another site's page. */
export default async function EmbeddedLabPage({ params }: Props) {
  const { id } = await params;
  if (!isLabId(id)) notFound();
  return (
    <EmbeddedLab id={id}>
      <FramedLab id={id} />
      <FramedWay />
    </EmbeddedLab>
  );
}
