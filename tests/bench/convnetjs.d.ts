/** The few parts of ConvNetJS that the benchmark uses; the package has no types. */
declare module "convnetjs" {
  /** A row of numbers with its slopes. */
  type Vol = { w: Float64Array };
  type LayerAsked =
    | { type: "input"; out_sx: number; out_sy: number; out_depth: number }
    | { type: "fc"; num_neurons: number; activation: "tanh" }
    | { type: "regression"; num_neurons: number }
    | { type: "softmax"; num_classes: number };
  type Net = {
    /** Fully connected layers have `filters`: the weights into each neuron. */
    layers: readonly { layer_type: string; filters?: readonly Vol[] }[];
    makeLayers(layers: readonly LayerAsked[]): void;
    forward(row: Vol): Vol;
  };
  type TrainerOptions = {
    method: "sgd";
    batch_size: number;
    learning_rate: number;
    momentum: number;
  };
  /** `goal`: the numbers of a regression, or the right class, from 0. */
  type Trainer = { train(row: Vol, goal: readonly number[] | number): unknown };

  const convnetjs: {
    Vol: new (row: readonly number[]) => Vol;
    Net: new () => Net;
    Trainer: new (net: Net, options: TrainerOptions) => Trainer;
    /** The numbers from 0 to `count` − 1 in a random order. */
    randperm(count: number): number[];
  };
  export default convnetjs;
}
