import type { Metadata } from "next";
import { CriteriaTables, conformanceWords } from "@/components/about/criteria-tables";
import { Page } from "@/components/site/page-parts";
import axeRules from "@/content/about/axe-rules.json";
import { type Conformance, principles, reportDate } from "@/content/about/criteria";

export const metadata: Metadata = {
  title: "Accessibility",
  description:
    "A report on how this site conforms to WCAG 2.2, levels A and AA: what is met, what is not, and what shows it.",
};

const criteria = principles.flatMap(({ criteria }) => criteria);

const outcomes: readonly Conformance[] = ["supports", "partly", "fails", "none"];

export default function AccessibilityPage() {
  const unmet = criteria.filter(({ conformance }) => /partly|fails/.test(conformance));
  return (
    <Page
      title="Accessibility"
      lead={
        <>
          How this site conforms to WCAG 2.2, levels A and AA, criterion by criterion,
          after the form in which such reports are asked for (VPAT).
        </>
      }
    >
      <p>
        Gone through on {reportDate}. Each criterion names the tests of the site that show
        it, or the day on which somebody looked by hand. Every page is looked at by axe{" "}
        {axeRules.version}, narrow and wide, by day and by night; its rules stand with the
        criterion that axe gives them to.
      </p>
      <p>
        Nobody has yet gone through the site with a screen reader: what one says is judged
        by the names, roles and states that it is given. A reader’s own styles and speech
        input have not been tried either.
      </p>
      <ul>
        {outcomes.map((one) => (
          <li key={one}>
            {conformanceWords[one]}:{" "}
            {criteria.filter(({ conformance }) => conformance === one).length} of{" "}
            {criteria.length}
          </li>
        ))}
      </ul>
      <h2 id="unmet">What is not met</h2>
      <ul>
        {unmet.map(({ id, name, says }) => (
          <li key={id}>
            {id} {name}: {says}
          </li>
        ))}
      </ul>
      <CriteriaTables />
      <h2 id="by-ear">By ear</h2>
      <p>
        A lab can be heard. “By ear”, beside its curve, is off until it is pressed: then a
        training sounds as it goes, lower for a lower loss, the train loss on the left and
        the other on the right, and its curve can be played over. A slider sweeps a line
        over the map: what the network says along it is heard from the bottom up, each
        class with a sound of its own, and stands in a sentence.
      </p>
      <h2 id="platforms">What it was tested with</h2>
      <p>
        The tests run in Chromium. Firefox and WebKitGTK go a short way through the site.
        What a teacher writes in instructions, and what a browser’s translation makes of a
        page, is theirs; a translated page goes on as it is used.
      </p>
    </Page>
  );
}
