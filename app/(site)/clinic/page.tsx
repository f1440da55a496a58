import type { Metadata } from "next";
import { CaseCards } from "@/components/clinic/case-cards";
import { Page } from "@/components/site/page-parts";

export const metadata: Metadata = {
  title: "Clinic",
  description: "Twelve sick runs, to diagnose from their curves and maps and to cure.",
};

export default function ClinicPage() {
  return (
    <>
      <Page
        title="The clinic"
        lead={
          <>
            Twelve runs that went wrong. Say what each suffers from, then cure it with the
            few settings that are open to you. You may be wrong: the run judges, and the
            hints come after that.
          </>
        }
      />
      <CaseCards />
    </>
  );
}
