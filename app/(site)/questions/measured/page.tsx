import type { Metadata } from "next";
import { MeasuredQuestions } from "@/components/questions/measured-questions";
import { Page } from "@/components/site/page-parts";
import { fewest, surelyFrom } from "@/content/items/item-shape";

export const metadata: Metadata = {
  title: "Questions to rewrite first",
  description: "Tables of measured questions, opened in the browser, put in words.",
};

export default function MeasuredQuestionsPage() {
  return (
    <Page
      title="Questions to rewrite first"
      without="Tables are read by JavaScript."
      lead={
        <>
          A class that is measured gives its teachers a table of how its questions did.
          Open one or several here: they are read in your browser, and go nowhere.
        </>
      }
    >
      <MeasuredQuestions />
      <section aria-labelledby="how">
        <h2 id="how">How it is counted</h2>
        <ul>
          <li>
            Only first answers count. Shares have Wilson’s 95 % interval; a question is
            too hard or too easy where all of it lies below 40 % or above 90 %.
          </li>
          <li>
            Discrimination is the correlation between being right here and the share right
            among the same learner’s other questions (corrected item-rest,
            point-biserial), with Fisher’s interval; several classes are pooled by it. The
            upper half are those who do at least as well there as the middle learner.
          </li>
          <li>
            An option draws the upper half where Newcombe’s interval of the difference is
            above zero. Wordings are compared by the same interval. Sure are those who
            gave themselves {surelyFrom} % or more.
          </li>
          <li>
            Votes in the room are those of learners who voted both times, before and after
            arguing. The normalised gain is, of those wrong before, the share that is
            right more after: (after − before) ÷ (all − before); Hake, American Journal of
            Physics 66 (1998) 64–74.
          </li>
          <li>
            Of fewer than {fewest.learners} learners there are counts alone, and 1 to{" "}
            {fewest.cell - 1} of them are not told apart, nor is another that would tell
            them.
          </li>
          <li>
            With many questions, chance makes some look bad: read them before you rewrite
            them.
          </li>
        </ul>
      </section>
    </Page>
  );
}
