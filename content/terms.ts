/**
 * The course's terms, in the order in which the lessons introduce them. A lesson
 * introduces a term by writing it in bold; no lesson text uses it before that.
 */
export type Term = {
  term: string;
  /** Other spellings that count as a use, such as a plural. */
  forms: readonly string[];
  /** The slug of the lesson that introduces it. */
  lesson: string;
};

const introducedIn = (lesson: string, terms: readonly (readonly string[])[]): Term[] =>
  terms.map(([term = "", ...forms]) => ({ term, forms, lesson }));

/** Every term, in the order of the lessons. */
export const terms: readonly Term[] = [
  ...introducedIn("machine-learning", [
    ["model", "models"],
    ["feature", "features"],
    ["example", "examples"],
    ["training set", "training sets"],
    ["test set", "test sets"],
    ["loss", "losses"],
    ["pass", "passes"],
  ]),
  ...introducedIn("deep-learning", [
    ["vector", "vectors"],
    ["weight", "weights"],
    ["bias", "biases"],
    ["neuron", "neurons"],
    ["activation", "activations"],
    ["layer", "layers"],
    ["hidden layer", "hidden layers"],
    ["feed-forward network", "feed-forward networks"],
  ]),
  ...introducedIn("pictures-sound-time", [
    ["window", "windows"],
    ["class", "classes"],
    ["softmax"],
    ["test accuracy"],
    ["confusion matrix", "confusion matrices"],
  ]),
  ...introducedIn("loss-functions", [
    ["loss function", "loss functions"],
    ["gradient", "gradients"],
    ["learning rate", "learning rates"],
    ["backpropagation"],
    ["batch", "batches"],
    ["outlier", "outliers"],
    ["cross-entropy"],
    ["overfitting"],
  ]),
  ...introducedIn("gpus", [
    ["matrix product", "matrix products"],
    ["GPU", "GPUs"],
    ["core", "cores"],
    ["WebGPU"],
  ]),
  ...introducedIn("data-science-vms", [
    ["virtual machine", "virtual machines"],
    ["DSVM", "DSVMs"],
    ["discrete device assignment"],
    ["quota", "quotas"],
  ]),
];
