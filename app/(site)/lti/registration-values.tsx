"use client";
import { Button } from "@/components/kit/button";
import { useCopy } from "@/components/kit/copy-text";
import { TextField } from "@/components/kit/field";
import { Row } from "@/components/kit/layout";
import { Status } from "@/components/kit/status";
import { useBrowserValue } from "@/components/kit/use-hydrated";
import { siteAddress } from "@/content/site-path";
import styles from "./lti.module.css";
import { type RegistrationValue, registrationValues } from "./platform-guides";

/** What an LMS is told of this site: the addresses are those of the page's own host. */
export const RegistrationValues = () => (
  <ul className={styles.values}>
    {registrationValues.map((value) => (
      <Value key={value.name} value={value} />
    ))}
  </ul>
);

function Value({
  value: { name, label, hint, path, text },
}: {
  value: RegistrationValue;
}) {
  const { copy, told } = useCopy("Copying was not allowed: select it.");
  const address = useBrowserValue(() => siteAddress(path ?? "/"), path ?? "");
  const shown = text ?? address;
  return (
    <Row as="li" data-value={name}>
      <TextField
        label={label}
        hint={hint}
        fieldClass={styles.value}
        readOnly
        translate="no"
        dir="ltr"
        spellCheck={false}
        value={shown}
        onFocus={({ target }) => target.select()}
      />
      <Button aria-label={`Copy: ${label}`} onClick={() => copy(shown, "Copied.")}>
        Copy
      </Button>
      <Status>{told}</Status>
    </Row>
  );
}
