// The ideas that questions test: the unit in which a reader sees progress.

/** Every idea with its name, in the order in which the course comes to it. */
export const ideas = {
  "learning-from-examples": "Learning from examples",
  features: "Features",
  "training-and-test": "Training and test sets",
  passes: "Passes",
  baselines: "Better than what?",
  neurons: "What one neuron does",
  layers: "Layers",
  activations: "Why the bend is needed",
  "counting-weights": "Counting weights",
  "gradient-step": "One step against the gradient",
  backpropagation: "Backpropagation",
  "learning-rate": "Learning rate",
  "first-weights": "First weights",
  "input-scaling": "Inputs of one size",
  optimizers: "Momentum, RMSProp and Adam",
  "three-sets": "Training, validation and test",
  remedies: "Remedies for overfitting",
  "data-as-vectors": "Data as lists of numbers",
  scores: "Scores and probabilities",
  "confusion-matrix": "Reading a confusion matrix",
  windows: "Windows in a record",
  "language-models": "Language models",
  "fair-tests": "Fair tests",
  "loss-functions": "How a loss weighs errors",
  outliers: "Outliers",
  "reading-curves": "Reading a loss curve",
  threshold: "When to say yes",
  calibration: "How sure to be",
  "shared-weights": "The same weights everywhere",
  "starting-from-trained": "Starting from a trained network",
  "parallel-work": "Work done side by side",
  batches: "Batches and steps",
  "when-a-gpu-helps": "When a GPU helps",
  memory: "Memory of a GPU",
  precision: "Bits per number",
  "what-a-dsvm-is": "What a DSVM is",
  "choosing-a-machine": "Choosing a machine",
  "same-run-elsewhere": "The same run elsewhere",
  "old-and-new": "What older texts get wrong",
} as const;

/** The name of an idea. */
export type Idea = keyof typeof ideas;

/** Whether a text is the name of an idea. */
export const isIdea = (text: string): text is Idea => Object.hasOwn(ideas, text);
