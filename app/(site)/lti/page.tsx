import type { Metadata } from "next";
import { Disclosure } from "@/components/kit/disclosure";
import { Small, Stack } from "@/components/kit/layout";
import { Code } from "@/components/kit/with-code";
import { NoLms } from "@/components/lti/no-lms";
import { Page } from "@/components/site/page-parts";
import { hasServer } from "@/content/site-path";
import { type Source, type SourceName, sources, writtenDate } from "@/content/sources";
import styles from "./lti.module.css";
import {
  type PlatformGuide,
  platformGuides,
  registrationValues,
} from "./platform-guides";
import { RegistrationValues } from "./registration-values";

export const metadata: Metadata = {
  title: "Use it in an LMS",
  description: "Register this site as an LTI 1.3 tool of your learning platform.",
};

/** The values for a registration by hand, and each LMS's way and traps. */
export default function LtiPage() {
  return (
    <Page
      title="Use it in an LMS"
      lead={
        <>
          Moodle, Canvas, Blackboard, Brightspace and Open edX can take this site as an
          LTI 1.3 tool: learners come in from their course, without another account.
        </>
      }
      without="Without JavaScript the addresses below lack the name of this site’s host."
    >
      {hasServer ? <Registration /> : <NoLms />}
    </Page>
  );
}

const Registration = () => (
  <>
    <h2>Who does what</h2>
    <p>
      Two people do one thing each, once: who runs this site, and who administers the LMS.
      On a site that no LMS has been registered with, nothing of this is reachable.
    </p>
    <h3>With dynamic registration</h3>
    <ol className={styles.steps}>
      <li>
        Who runs this site runs <Code>npm run lti -- invite</Code> with the site’s address
        behind it. It prints a registration address, which holds for a week and for one
        LMS.
      </li>
      <li>
        The LMS’s administrator adds a tool by that address, and switches it on where the
        LMS asks for that.
      </li>
    </ol>
    <h3>By hand</h3>
    <ol className={styles.steps}>
      <li>The LMS’s administrator enters the values below.</li>
      <li>
        The LMS then shows an issuer, a client ID, a deployment ID and three addresses.
        Who runs this site adds them:{" "}
        <Code>
          npm run lti -- add --issuer … --client … --auth … --token … --keys …
          --deployment …
        </Code>
      </li>
    </ol>
    <p>
      Without <Code>--deployment</Code>, the first deployment that the LMS launches from
      is taken, and no other after it. <Code>npm run lti -- list</Code> shows what is
      registered, and <Code>remove</Code> ends it.
    </p>
    <h2 id="values">The values</h2>
    <RegistrationValues />
    <h2>Your LMS</h2>
    <Stack>
      {platformGuides.map((guide) => (
        <Guide key={guide.name} guide={guide} />
      ))}
    </Stack>
  </>
);

function Guide({ guide }: { guide: PlatformGuide }) {
  const { name, dynamic, where, fields, afterwards, traps } = guide;
  const said = dynamic ? [dynamic, where] : [where];
  const named = [...said, ...afterwards, ...traps].map(({ source }) => source);
  const used = [...new Set(named)];
  const mark = (source: SourceName) => <sup>{used.indexOf(source) + 1}</sup>;
  return (
    <Disclosure summary={name} className={styles.guide} data-guide={name}>
      <Stack>
        {dynamic && (
          <p>
            {dynamic.text}
            {mark(dynamic.source)} By hand:
          </p>
        )}
        <p>
          {where.text}
          {mark(where.source)}
        </p>
        <dl>
          {fields.map(([field, value]) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                {typeof value === "string"
                  ? registrationValues.find((one) => one.name === value)?.label
                  : value.text}
              </dd>
            </div>
          ))}
        </dl>
        <ol>
          {afterwards.map(({ text, source }) => (
            <li key={text}>
              {text}
              {mark(source)}
            </li>
          ))}
        </ol>
        <h3>Where it goes wrong</h3>
        <ul>
          {traps.map(({ text, source }) => (
            <li key={text}>
              {text}
              {mark(source)}
            </li>
          ))}
        </ul>
        <Small as="div">
          Sources
          <ol className={styles.sources}>
            {used.map((source) => (
              <SourceItem key={source} name={source} />
            ))}
          </ol>
        </Small>
      </Stack>
    </Disclosure>
  );
}

function SourceItem({ name }: { name: SourceName }) {
  const { publisher, title, url, dated, checkedOn }: Source = sources[name];
  return (
    <li>
      {publisher}, <a href={url}>{title}</a>, {writtenDate(dated)}; read{" "}
      {writtenDate(checkedOn)}.
    </li>
  );
}
