"use client";
// What an instructor sees where an LMS asks for something to place in a course: the
// assignment maker, and the lessons.
import { useEffect, useMemo, useState } from "react";
import { PlaceButton, type Placing } from "@/components/assignment/make/place-panel";
import type { LessonQuestions } from "@/components/assignment/make/question-choice";
import { Workshop } from "@/components/assignment/make/workshop";
import { PlainList, Row } from "@/components/kit/layout";
import { Tabs } from "@/components/kit/tabs";
import { useHydrated } from "@/components/kit/use-hydrated";
import { placeInCourse } from "@/content/lti/placing";
import { sitePath } from "@/content/site-path";

type Props = {
  /** Every lesson, with the questions that an assignment can ask. */
  lessons: readonly LessonQuestions[];
};

/** Only the browser knows what the LMS asked for: the address has it. */
export const PlaceDesk = (props: Props) =>
  useHydrated() ? <AskedDesk {...props} /> : <p>The page opens. It needs JavaScript.</p>;

function AskedDesk({ lessons }: Props) {
  const [ticket] = useState(() => window.location.hash.slice(1));
  // An address that is copied gives nobody the place in the course.
  useEffect(() => window.history.replaceState(null, "", window.location.pathname), []);
  if (ticket === "") return <NothingAsked />;
  return (
    <Tabs
      label="What to place"
      tabs={[
        {
          name: "assignment",
          label: "An assignment",
          content: <PlacedWorkshop {...{ lessons, ticket }} />,
        },
        {
          name: "lesson",
          label: "A lesson",
          content: <LessonList {...{ lessons, ticket }} />,
        },
      ]}
    />
  );
}

const NothingAsked = () => (
  <p>
    Your LMS opens this page when you add an activity of Next Pass to a course. To make an
    assignment without one, use{" "}
    <a href={sitePath("/assign")} target="_blank" rel="noopener">
      Assign a lab
    </a>
    .
  </p>
);

type Given = Props & { ticket: string };

function PlacedWorkshop({ lessons, ticket }: Given) {
  const placing = useMemo<Placing>(
    () => ({ place: (link) => place({ ticket, link }) }),
    [ticket],
  );
  return <Workshop {...{ lessons, placing }} taught={[]} />;
}

const LessonList = ({ lessons, ticket }: Given) => (
  <PlainList>
    {lessons.map(({ slug, title }) => {
      const link = `/lessons/${slug}`;
      const placing = { place: () => place({ ticket, link, title }) };
      return (
        <Row as="li" key={slug}>
          <PlaceButton {...{ placing, link }}>{`Place “${title}”`}</PlaceButton>
          <a href={sitePath(link)} target="_blank" rel="noopener">
            Read it first
          </a>
        </Row>
      );
    })}
  </PlainList>
);

/** Has the server sign what is placed, and brings it to the LMS as a form does. */
async function place(body: Parameters<typeof placeInCourse>[0]): Promise<string | null> {
  const answer = await placeInCourse(body);
  if (!answer.ok) return answer.problem;
  const form = document.createElement("form");
  form.method = "post";
  form.action = answer.value.to;
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "JWT";
  field.value = answer.value.token;
  form.append(field);
  document.body.append(form);
  form.submit();
  return null;
}
