// The few parts of libraries without types, or with none for a browser, that the bench uses.

declare module "synaptic" {
  type Squash = (sum: number, slope: boolean) => number;
  export const Neuron: { squash: Record<"TANH" | "IDENTITY" | "LOGISTIC", Squash> };
  export class Layer {
    constructor(size: number);
    project(next: Layer): unknown;
    set(options: { squash: Squash }): void;
  }
  export class Network {
    constructor(layers: { input: Layer; hidden: Layer[]; output: Layer });
    activate(inputs: readonly number[]): number[];
    propagate(rate: number, targets: readonly number[]): void;
  }
}

declare module "brain.js/browser.js" {
  type Options = { hiddenLayers: number[]; activation: "tanh" };
  type TrainOptions = {
    iterations: number;
    learningRate: number;
    momentum: number;
    errorThresh: number;
    callbackPeriod: number;
    callback(): void;
  };
  type Example = { input: number[]; output: number[] };
  const brain: {
    NeuralNetwork: new (
      options: Options,
    ) => {
      train(data: readonly Example[], options: TrainOptions): unknown;
      run(input: readonly number[]): Float32Array;
    };
  };
  export default brain;
}

declare module "ml-fnn" {
  type Matrix = { columns: number; get(row: number, column: number): number };
  /** `epsilon` is the learning rate. */
  type Kept<M> = {
    model: "Layer";
    activation: "tanh";
    activationParam: number;
    regularization: number;
    epsilon: number;
    W: M;
    b: M;
  };
  type Dictionary = Record<string, number>;
  type Model = {
    model: "FNN";
    iterations: number;
    dicts: { inputs: Dictionary; outputs: Dictionary };
    layers: readonly Kept<readonly (readonly number[])[]>[];
  };
  type Net = {
    train(features: readonly (readonly number[])[], labels: readonly number[]): void;
    predict(features: readonly (readonly number[])[]): number[];
    toJSON(): { layers: readonly Kept<Matrix>[] };
  };
  const FeedForwardNeuralNetworks: { load(model: Model): Net };
  export default FeedForwardNeuralNetworks;
}
