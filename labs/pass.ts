/**
 * The mean loss of the training points and of the test points once the network has seen
 * the whole training set `pass` times. Pass 0 is the network before any training.
 */
export type Pass = { pass: number; trainLoss: number; testLoss: number };
