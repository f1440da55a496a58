// The choices that lead to a Data Science Virtual Machine, in the order they are made.
import { Card } from "@/components/kit/card";
import { PlainList, Small } from "@/components/kit/layout";
import styles from "./dsvm-choices.module.css";

const steps = [
  {
    name: "Edition",
    asks: "Choose one image.",
    parts: ["Ubuntu", "Windows Server 2019 or 2022", "PyTorch"],
  },
  {
    name: "Size",
    asks: "Choose what it runs on.",
    parts: ["CPU only", "Part of a GPU", "One or more whole GPUs"],
  },
  {
    name: "Tools",
    asks: "Already in place.",
    parts: ["PyTorch", "TensorFlow", "JupyterHub", "CUDA", "Docker"],
  },
];

/** The choices as cards, in their order; `alt` tells it in words. */
export function DsvmChoices({ alt }: { alt: string }) {
  return (
    <div className={styles.frame}>
      <p className="visually-hidden">{alt}</p>
      <PlainList as="ol" className={styles.steps}>
        {steps.map(({ name, asks, parts }) => (
          <Card as="li" key={name} className={styles.step}>
            <strong className={styles.name}>{name}</strong>
            <Small>{asks}</Small>
            <PlainList className={styles.parts}>
              {parts.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </PlainList>
          </Card>
        ))}
      </PlainList>
    </div>
  );
}
