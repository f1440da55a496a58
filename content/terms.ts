/**
 * The course's terms, in the order in which the lessons introduce them. A lesson
 * introduces a term by writing it in bold; no lesson text uses it before that.
 */
export type Term = {
  term: string;
  /** Other spellings that count as a use, such as a plural. */
  forms: readonly string[];
  /** Names that other books and tools have for it: the search finds it by these, too. */
  also: readonly string[];
  /** The slug of the lesson that introduces it. */
  lesson: string;
  /** One or two plain sentences. */
  means: string;
};

type Entry = Pick<Term, "term" | "means"> & Partial<Pick<Term, "forms" | "also">>;

const introducedIn = (lesson: string, entries: readonly Entry[]): Term[] =>
  entries.map((entry) => ({ forms: [], also: [], ...entry, lesson }));

/** Every term, in the order of the lessons. */
export const terms: readonly Term[] = [
  ...introducedIn("machine-learning", [
    {
      term: "model",
      forms: ["models"],
      also: ["hypothesis", "predictor"],
      means:
        "A formula with numbers in it. Training adjusts these numbers until the output is right most of the time.",
    },
    {
      term: "regression",
      also: ["numeric prediction", "curve fitting"],
      means: "To predict a number, such as a price or the next value of a series.",
    },
    {
      term: "classification",
      also: ["labelling", "pattern recognition"],
      means: "To choose one of several labels, such as a digit or a kind of bird.",
    },
    {
      term: "feature",
      forms: ["features"],
      also: ["attribute", "covariate", "input variable", "feature engineering"],
      means:
        "A quantity worked out from the raw input that has to do with the answer, such as the pitch of a sound.",
    },
    {
      term: "example",
      forms: ["examples"],
      also: ["sample", "instance", "data point", "observation"],
      means: "A case with a known answer: an input, and the output expected for it.",
    },
    {
      term: "linear",
      also: ["linear model", "linear regression", "weighted sum", "affine"],
      means:
        "Said of a model that multiplies each input by a number of its own and adds the results and one number more, and of an activation that passes its sum on as it is.",
    },
    {
      term: "score",
      forms: ["scores"],
      also: ["logit", "raw output"],
      means:
        "The number that a model puts out, before anything is read from it. Its sign, or the highest of several, names the answer.",
    },
    {
      term: "split",
      also: ["share", "fraction", "train-test split", "share used for training"],
      means:
        "The division of the examples into a training set, a test set and, later, a validation set. How much each gets is told as a share (a fraction) of all examples.",
    },
    {
      term: "training set",
      forms: ["training sets"],
      also: ["training data"],
      means: "The examples to which the model is adjusted.",
    },
    {
      term: "test set",
      forms: ["test sets"],
      also: ["held-out set", "holdout"],
      means:
        "Examples kept aside while the model is adjusted. They show how well it does on cases that had no part in making it.",
    },
    {
      term: "loss",
      forms: ["losses"],
      also: ["cost", "error", "objective"],
      means:
        "How wrong the output is, as one number: zero for exactly what was expected, larger the further off. Training lowers its average.",
    },
    {
      term: "squared loss",
      also: ["squared", "MSE", "mean squared error", "quadratic loss", "least squares"],
      means:
        "The square of the difference between output and expected output. Its average over the examples is the mean squared error, MSE.",
    },
    {
      term: "pass",
      forms: ["passes"],
      also: ["epoch"],
      means:
        "One round of training in which the model sees every example of the training set once. Each point of a loss curve is one pass.",
    },
    {
      term: "seed",
      forms: ["seeds"],
      also: ["random seed", "random state"],
      means:
        "The number that all random numbers of a run are drawn from: its points, its first weights, the order of its examples. The same seed gives the same run again.",
    },
    {
      term: "noise",
      also: ["random error", "jitter"],
      means:
        "What is random in the data. It differs in every new example, so there is nothing in it to learn.",
    },
    {
      term: "overfitting",
      also: [
        "overfit",
        "learning by heart",
        "memorizing",
        "poor generalization",
        "high variance",
      ],
      means:
        "Fitting what only the training set has, its noise included: the train loss falls while the loss on other examples stays clearly above it. Also called learning by heart.",
    },
    {
      term: "baseline",
      forms: ["baselines"],
      also: ["naive forecast", "dummy model"],
      means:
        "A plain rule that has learned nothing, to compare with, such as “the same as last time”. A model is worth having if it beats one.",
    },
  ]),
  ...introducedIn("deep-learning", [
    {
      term: "vector",
      forms: ["vectors"],
      also: ["array", "tensor of rank 1"],
      means: "A list of numbers of a fixed length and in a fixed order.",
    },
    {
      term: "weight",
      forms: ["weights"],
      also: ["coefficient"],
      means:
        "The number by which a neuron multiplies one of its inputs. Training adjusts it.",
    },
    {
      term: "bias",
      forms: ["biases"],
      also: ["intercept", "offset"],
      means:
        "The number that a neuron adds to its weighted sum. Training adjusts it along with the weights.",
    },
    {
      term: "neuron",
      forms: ["neurons"],
      also: ["unit", "node", "perceptron"],
      means:
        "The part that a network is built of: it weighs its inputs, adds them and its bias up, and bends the sum with its activation.",
    },
    {
      term: "activation",
      forms: ["activations"],
      also: ["activation function", "nonlinearity", "transfer function"],
      means:
        "The fixed, bent function through which a neuron's sum goes, such as tanh or ReLU.",
    },
    {
      term: "ReLU",
      also: ["rectified linear unit", "rectifier", "max(0, x)"],
      means:
        "An activation that turns every number below zero into zero and leaves all others as they are.",
    },
    {
      term: "sigmoid",
      also: ["logistic function", "S-shaped function", "expit"],
      means:
        "A function that turns any number into one between 0 and 1, along an S. It serves as an activation, and turns a score into a probability.",
    },
    {
      term: "layer",
      forms: ["layers"],
      also: ["dense layer", "fully connected layer", "linear layer"],
      means:
        "A row of neurons that all read the same vector. What they put out is the next vector.",
    },
    {
      term: "hidden layer",
      forms: ["hidden layers"],
      means:
        "A layer between the input and the output. No example says what it ought to put out.",
    },
    {
      term: "feed-forward network",
      forms: ["feed-forward networks"],
      also: ["multilayer perceptron", "MLP", "fully connected network"],
      means: "A network in which numbers only move forward, from each layer to the next.",
    },
    {
      term: "parameter",
      forms: ["parameters"],
      also: ["weights and biases", "trainable variable"],
      means:
        "A number that training adjusts: in a network, each of its weights and biases.",
    },
  ]),
  ...introducedIn("how-a-network-learns", [
    {
      term: "gradient",
      forms: ["gradients"],
      also: ["slope", "derivative", "pull", "blame"],
      means:
        "For every weight, the slope of the loss: how fast it would rise if that weight were raised a little. A step of training goes the other way. The part that one example has in it is its pull.",
    },
    {
      term: "learning rate",
      forms: ["learning rates"],
      also: ["step size", "eta"],
      means: "How far a weight moves for a given slope of the loss.",
    },
    {
      term: "gradient descent",
      also: ["steepest descent", "step", "update", "iteration"],
      means:
        "To step against the gradient, again and again: every weight by its own slope times the learning rate.",
    },
    {
      term: "backpropagation",
      also: ["backward pass", "reverse-mode automatic differentiation"],
      means:
        "Working out the gradient layer by layer, from the output back to the input, with the chain rule.",
    },
    {
      term: "batch",
      forms: ["batches"],
      also: ["mini-batch", "minibatch"],
      means:
        "The handful of examples whose gradients are averaged for one step of training.",
    },
    {
      term: "stochastic gradient descent",
      forms: ["SGD"],
      also: ["mini-batch gradient descent"],
      means:
        "Gradient descent with the gradient of one batch at a time, which chance puts together.",
    },
    {
      term: "diverge",
      forms: ["diverges", "diverged", "diverging", "divergence"],
      also: ["exploding gradient", "NaN", "blow up"],
      means:
        "Said of a run whose weights grow without limit, because each step goes too far.",
    },
    {
      term: "initialization",
      also: ["first weights", "weight initialization", "Glorot", "Xavier", "He"],
      means:
        "The choice of the first weights: random, so that neurons differ, and of a size that suits the layer.",
    },
    {
      term: "saturated",
      also: ["saturation", "vanishing gradient", "dead ReLU"],
      means:
        "Said of a neuron whose sum lies where its activation is flat, so that next to no gradient gets through it.",
    },
    {
      term: "standardise",
      forms: ["standardised", "standardises", "standardising"],
      also: ["feature scaling", "normalization", "z-score", "standardize"],
      means:
        "To take the mean of an input from it and divide by its standard deviation, the usual distance from that mean. Both come from the training set.",
    },
    {
      term: "optimizer",
      forms: ["optimizers"],
      also: ["optimiser", "solver"],
      means: "A rule that makes the step of a weight out of its slopes so far.",
    },
    {
      term: "momentum",
      also: ["heavy ball"],
      means:
        "An optimizer whose step is the sum of all slopes so far, those long ago counting less and less.",
    },
    {
      term: "RMSProp",
      also: ["root mean square propagation"],
      means:
        "An optimizer that divides each slope by the size it has had lately, so that steep and level weights move about equally far.",
    },
    {
      term: "Adam",
      also: ["adaptive moment estimation"],
      means:
        "An optimizer that joins both: the mean of recent slopes, divided by the root of the mean of their squares.",
    },
  ]),
  ...introducedIn("choosing-without-cheating", [
    {
      term: "validation set",
      forms: ["validation sets"],
      also: ["development set", "dev set", "cross-validation"],
      means:
        "Examples kept aside to choose by: the size of a network, its learning rate, when to stop. The test set then judges what was chosen.",
    },
    {
      term: "underfitting",
      forms: ["underfit"],
      also: ["high bias"],
      means:
        "Being too weak for the pattern: the train loss stays high, and so does every other.",
    },
    {
      term: "early stopping",
      means:
        "Keeping the weights of the pass at which the validation loss was lowest, in place of the last ones.",
    },
    {
      term: "regularization",
      also: ["penalty", "shrinkage"],
      means:
        "Any pressure towards a simpler model during training, such as a price on large weights.",
    },
    {
      term: "L2",
      also: ["weight decay", "ridge"],
      means:
        "A regularization that adds the squares of the weights to the loss, so that each step makes every weight smaller by a small percentage of itself.",
    },
    {
      term: "L1",
      also: ["lasso"],
      means:
        "A regularization that adds the sizes of the weights, whatever their sign, to the loss. Weights that are not needed end near zero.",
    },
    {
      term: "dropout",
      means:
        "Leaving out a random part of the hidden neurons in each step of training, so that none relies on another.",
    },
  ]),
  ...introducedIn("pictures-sound-time", [
    {
      term: "window",
      forms: ["windows"],
      also: ["frame", "segment", "chunk"],
      means: "A piece of one length, cut from a longer recording or series.",
    },
    {
      term: "class",
      forms: ["classes"],
      also: ["label", "category"],
      means: "One of the possible answers, such as one of ten digits.",
    },
    {
      term: "softmax",
      also: ["normalized exponential"],
      means:
        "A formula that turns scores into probabilities: each becomes a positive number, divided by the sum of all of them.",
    },
    {
      term: "test accuracy",
      also: ["accuracy"],
      means: "The share of the test set that the model names right.",
    },
    {
      term: "confusion matrix",
      forms: ["confusion matrices"],
      also: ["error matrix", "contingency table"],
      means:
        "A table with a row for each true class and a column for each class that was named. What is right stands on the diagonal.",
    },
    {
      term: "language model",
      forms: ["language models"],
      also: [
        "LM",
        "large language model",
        "LLM",
        "next-token prediction",
        "n-gram",
        "bigram",
      ],
      means:
        "A model that gives each piece that may come next in a text a probability. Written out by drawing from them, it makes texts of its own.",
    },
    {
      term: "token",
      forms: ["tokens"],
      also: ["character", "subword", "byte pair encoding", "vocabulary"],
      means:
        "A piece of text that a language model counts in: a letter in the lab, mostly a piece of a word in large models.",
    },
    {
      term: "one-hot",
      also: ["one-hot encoding", "indicator vector", "dummy variables"],
      means:
        "Said of a vector with a 1 in one place and zeros elsewhere, which tells a letter or a class without putting them in any order.",
    },
    {
      term: "perplexity",
      also: ["cross-entropy per token", "bits per character", "exponentiated loss"],
      means:
        "How unsure a language model is: e to the power of its loss. At 10 it is as unsure as if it chose among ten equally likely tokens.",
    },
    {
      term: "temperature",
      also: ["sampling temperature", "greedy decoding", "softmax temperature"],
      means:
        "What scores are divided by before softmax, when a model writes. Below 1, likely tokens become likelier still; near 0, the likeliest is always taken.",
    },
  ]),
  ...introducedIn("loss-functions", [
    {
      term: "loss function",
      forms: ["loss functions"],
      also: ["cost function", "criterion", "objective function"],
      means:
        "A rule that takes the output and the expected value and gives the loss: never negative, and small when the output is good.",
    },
    {
      term: "outlier",
      forms: ["outliers"],
      also: ["anomaly"],
      means: "An example far from everything that the others suggest.",
    },
    {
      term: "absolute loss",
      also: ["absolute", "MAE", "mean absolute error", "L1 loss"],
      means:
        "The size of the difference between output and expected output. Its average over the examples is the mean absolute error, MAE.",
    },
    {
      term: "Huber loss",
      also: ["Huber", "smooth L1 loss"],
      means:
        "Half the squared error up to an error of 1 and a straight line beyond, so that no example pulls harder than 1.",
    },
    {
      term: "cross-entropy",
      also: ["log loss", "logistic loss", "negative log-likelihood"],
      means:
        "A loss function for classes: the negative logarithm of the probability that the model gave to the right one.",
    },
    {
      term: "hinge loss",
      also: ["hinge", "max-margin loss", "SVM loss"],
      means:
        "A loss function for classes: zero once an example is right by a margin of 1, and a straight line before.",
    },
  ]),
  ...introducedIn("yes-or-no", [
    {
      term: "recall",
      also: ["sensitivity", "true positive rate", "hit rate"],
      means: "The share of what there was to find that was found.",
    },
    {
      term: "precision",
      also: ["positive predictive value"],
      means: "The share of what was called a yes that is one.",
    },
    {
      term: "threshold",
      forms: ["thresholds"],
      also: ["cutoff", "operating point"],
      means:
        "The probability above which an answer counts as yes. It is chosen from what mistakes cost; training does not know it.",
    },
    {
      term: "ROC curve",
      also: ["receiver operating characteristic", "AUC", "area under the curve"],
      means:
        "Recall against the share of false alarms, for every threshold. The area under it is how often a yes gets a higher probability than a no.",
    },
    {
      term: "calibrated",
      forms: ["calibration"],
      also: ["reliability diagram", "temperature scaling"],
      means:
        "Said of a model whose probabilities come true: of all cases to which it gives 80 %, about 80 in 100 are a yes.",
    },
  ]),
  ...introducedIn("small-windows", [
    {
      term: "convolution",
      forms: ["convolutions", "convolutional"],
      also: ["convolutional layer", "CNN", "convolutional neural network", "convnet"],
      means:
        "A layer that computes the same weighted sums at every place of its input, through a small window that moves over it.",
    },
    {
      term: "kernel",
      forms: ["kernels"],
      also: ["filter", "feature detector", "convolution kernel"],
      means:
        "The weights and the bias with which a convolution looks through its window.",
    },
    {
      term: "stride",
      forms: ["strides"],
      also: ["step size of a window", "subsampling"],
      means: "By how far the window of a convolution moves from place to place.",
    },
    {
      term: "feature map",
      forms: ["feature maps"],
      also: ["activation map", "channel"],
      means: "What a kernel says of all places that its window looked at.",
    },
    {
      term: "pooling",
      also: ["average pooling", "max pooling", "global average pooling", "subsampling"],
      means:
        "Putting several places of a feature map into one number: their mean, or the largest of them.",
    },
    {
      term: "data augmentation",
      also: ["augmentation"],
      means:
        "Making new examples out of those one has, by changes that leave the answer as it is, such as moving a picture.",
    },
    {
      term: "pretrained model",
      forms: ["pretrained models"],
      also: ["transfer learning", "fine-tuning", "foundation model", "backbone"],
      means:
        "A network that somebody has trained on a great many examples, taken over as the beginning of another one.",
    },
    {
      term: "embedding",
      forms: ["embeddings"],
      also: ["representation", "feature vector", "word vector", "latent vector"],
      means:
        "The list of numbers by which a trained network describes an input; inputs that mean similar things have lists close together.",
    },
  ]),
  ...introducedIn("gpus", [
    {
      term: "matrix product",
      forms: ["matrix products"],
      also: ["matrix multiplication", "matmul", "GEMM"],
      means:
        "A table of sums of products, one for each row of the first matrix and each column of the second. Nearly all work of a network has this form.",
    },
    {
      term: "GPU",
      forms: ["GPUs"],
      also: ["graphics processing unit", "graphics card", "accelerator"],
      means:
        "A processor with a great many simple workers that follow the same instructions on different numbers. It was first made for drawing.",
    },
    {
      term: "CPU",
      forms: ["CPUs"],
      also: ["central processing unit", "processor"],
      means:
        "The ordinary processor of a computer: a few strong cores, quick at long and winding instructions.",
    },
    {
      term: "core",
      forms: ["cores"],
      also: ["processor core"],
      means: "One worker of a processor, which follows instructions of its own.",
    },
    {
      term: "WebGPU",
      means: "The interface through which a web page may send programs to the GPU.",
    },
    {
      term: "bandwidth",
      also: ["memory bandwidth", "memory-bound", "roofline"],
      means:
        "How many bytes a processor can fetch from its memory in a second. Where each number is used only once, it sets the pace.",
    },
    {
      term: "mixed precision",
      also: ["half precision", "f16", "bf16", "FP16", "bfloat16", "AMP"],
      means:
        "Training with products of 16-bit numbers, which are quicker, while the weights are kept in 32 bits, so that small steps are not rounded away.",
    },
  ]),
  ...introducedIn("data-science-vms", [
    {
      term: "virtual machine",
      forms: ["virtual machines"],
      also: ["VM", "instance"],
      means:
        "A computer made of software, running on a share of a large one, often in a data centre.",
    },
    {
      term: "DSVM",
      forms: ["DSVMs"],
      also: ["Data Science Virtual Machine"],
      means:
        "Microsoft's Data Science Virtual Machine: one on which the tools for data science are already installed.",
    },
    {
      term: "discrete device assignment",
      also: ["DDA", "PCI passthrough"],
      means:
        "A technique by which the host hands a whole PCIe device, such as a GPU, through to one virtual machine, so that it works there nearly as fast as on the bare machine.",
    },
    {
      term: "GRID driver",
      also: ["vGPU driver", "NVIDIA vGPU"],
      means:
        "NVIDIA's driver for graphics cards that virtual machines share, in place of the CUDA driver. Some sizes work with no other.",
    },
    {
      term: "quota",
      forms: ["quotas"],
      also: ["limit", "vCPU limit"],
      means:
        "How many processors of each family a cloud subscription may use at once. For GPU families it can be 0 until more is asked for.",
    },
  ]),
];

/** The fragment of a term's place, in the glossary and in the lesson that introduces it. */
export const termId = (term: string) => `term-${term.toLowerCase().replaceAll(" ", "-")}`;
