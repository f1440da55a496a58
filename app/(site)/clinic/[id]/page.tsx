import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CaseDesk } from "@/components/clinic/case-desk";
import { CaseFigure } from "@/components/clinic/case-figure";
import { CaseWays } from "@/components/clinic/case-ways";
import { Page } from "@/components/site/page-parts";
import { diagnosisId } from "@/content/clinic/case";
import { cases, caseWith } from "@/content/clinic/cases";
import { readDiagnoses } from "@/content/clinic/diagnoses";

type Props = { params: Promise<{ id: string }> };

export const dynamicParams = false;

export const generateStaticParams = () => cases.map(({ id }) => ({ id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const one = caseWith((await params).id);
  return one ? { title: `Clinic: ${one.title}`, description: one.complaint } : {};
}

export default async function CasePage({ params }: Props) {
  const one = caseWith((await params).id);
  const diagnosis = (await readDiagnoses()).find(
    ({ id }) => one && id === diagnosisId(one),
  );
  if (!one || !diagnosis) notFound();
  return (
    <Page
      title={one.title}
      lead={<>“{one.complaint}”</>}
      without="Without JavaScript you can look at the sick run; to train it needs a script."
    >
      <CaseFigure one={one} />
      <CaseDesk one={one} diagnosis={diagnosis} />
      <CaseWays one={one} />
    </Page>
  );
}
