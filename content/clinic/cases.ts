// The twelve cases of the clinic, a record each. The tests train every one on 20 seeds: sick,
// cured, and with the changes that do not help.
import type { Case } from "./case";

/** Two clouds that overlap: 78 points, each once. */
const clouds =
  "-0.7_-1.8_0*2.7_-0.3_1*-0.6_-0.9_0*3.5_-0.8_1*0.2_0.2_0*-0.9_-0.3_1*-1.7_0_0*1.2_1.8_1*-1.2_0.5_0*0.9_0.5_1*-3.5_-1.8_0*1.7_1.2_1*-1.1_-1.1_0*1_1.2_1*-1.5_0_0*1.9_2_1*-1.9_-0.6_0*1.8_0.4_1*-1.3_-0.9_0*1.7_-0.5_1*-1.6_0.2_0*2.3_1.1_1*0.8_-2.1_0*0.4_2.8_1*-0.7_-2.2_0*0.8_-0.9_1*-1.1_1.5_1*-0.6_-0.2_0*5.7_2.5_1*-0.1_0.2_0*-0.2_1.8_1*0_-2.3_0*0.3_1.3_1*-2.4_-2.2_0*0.2_-1.1_1*-1.3_-2.5_0*2.3_0.4_1*-1.8_-2.1_0*0_2_1*-0.5_0.5_0*1.3_1.6_1*1.4_1.2_1*-1_-2_0*0.6_1.4_1*0.2_0.1_0*1_0_1*-1.7_-1_0*0.6_3.7_1*-1.5_1.1_0*-0.1_1.1_1*-1.1_0.2_0*0.1_2_1*-1.5_-1.4_0*0.5_-0.4_1*-3_-2.2_0*0.5_-1.7_1*1.2_0.7_0*2.6_-0.3_1*0_-0.8_0*2.3_0.3_1*-1.5_-2.4_0*-0.6_0.4_1*0.1_0.2_0*0_1.8_1*-0.7_-1.5_0*1.6_2.2_1*-0.4_-2.6_0*2.9_1.3_1*-2_-1.3_0*1.5_-0.2_1*0.1_-1.6_0*1.2_2.1_1*-1.6_-1.2_0*1.4_2.6_1*0.9_-2_0*0.8_1.4_1*-1.9_-2.4_0*1.4_2_1";

/** Two classes with a gap between them, part of the second far away. */
const farAway =
  "-1.9_1_0*-1.8_-1.5_0*-1.9_0.6_0*-1.7_-0.3_0*-1.8_0_0*-1.8_1.6_0*-1.9_-0.3_0*-2_0.4_0*-1.7_-0.1_0*-2.2_0.4_0*-2_0.2_0*-1.9_-1.3_0*-1.8_0.2_0*-1.9_0.9_0*-1.9_-0.6_0*-2_0_0*-1.8_-0.7_0*-1.9_-0.4_0*-1.9_1.6_0*-1.8_-0.5_0*-1.6_0.9_0*-2_-1.1_0*-2.2_0.8_0*-1.9_-0.9_0*-1.8_-1.3_0*-1.8_2.3_0*-1.9_0.4_0*-2_0.3_0*-2_1.4_0*-1.8_-0.6_0*-1.8_-1.6_0*-1.7_0.2_0*-2_-1_0*-1.9_0.8_0*-1.7_-1.4_0*-2.1_-0.7_0*-2_0.8_0*-2.1_-1.5_0*-1.8_2.5_0*-1.9_1.7_0*-2.1_0.1_0*-2_-0.9_0*-1.8_-0.8_0*-1.9_-1.5_0*-1.6_-0.3_0*-1.5_0.1_0*-1.8_-1.8_0*-1.8_0.4_0*-1.8_-0.1_0*-1.9_-0.1_0*-1.8_0.9_0*-1.7_2_0*-0.8_-1.8_1*-0.7_0_1*-0.7_-0.6_1*-0.8_0_1*-0.8_0.2_1*-0.9_-0.6_1*-0.9_1.9_1*-0.6_-0.5_1*-0.9_-1.5_1*-0.9_0.5_1*-0.8_0.4_1*-0.8_-1.1_1*-0.9_0.8_1*-0.9_-0.8_1*-0.5_0.3_1*-0.9_-0.7_1*-0.8_-0.1_1*-0.7_-0.5_1*-0.7_-1.8_1*-0.8_-1.6_1*-0.5_1.5_1*2.7_0.5_1*2.7_0.1_1*2.9_-1.2_1*2.9_0.3_1*2.7_2_1*2.9_-0.4_1*2.8_1.1_1*2.8_-0.8_1*2.7_1.5_1*2.7_0.3_1*2.7_-0.5_1*2.8_-1_1*2.6_-2.3_1*2.6_0.9_1*2.8_1_1*2.7_0_1*2.6_-0.4_1*2.7_-0.6_1*2.7_-0.1_1*2.7_-1.5_1*2.7_0.2_1*2.7_-1.1_1*2.8_-0.3_1*2.8_0.1_1*2.8_-1.5_1*2.8_-0.1_1*2.6_1.3_1*2.7_-1.3_1*2.8_-1.1_1*2.9_1.1_1*2.7_2.6_1*2.7_-0.9_1*2.6_0.4_1*2.5_-0.6_1*2.8_0_1*2.7_-2.6_1*2.6_0.1_1*2.6_-2.2_1*2.8_0.2_1*2.6_0.6_1*2.7_-1.4_1*2.8_1.8_1*2.8_0.5_1*2.5_0.2_1*2.7_-0.3_1*2.7_0.7_1*2.8_-0.9_1";

/** Every case of the clinic, in the order of its list. */
export const cases: readonly Case[] = [
  {
    id: "one-colour",
    title: "One colour everywhere",
    complaint:
      "Two layers of eight ReLU neurons are to learn the circle, a disc inside a ring. The loss jumps in the first passes. Then it only jitters at one height, and the map has one colour.",
    lab: "network",
    link: "layers=8-8&act=relu&lr=0.5&passes=100",
    open: ["layers", "activations", "rate", "passes"],
    goals: "loss_0.3",
    hints: [
      "Look at the small maps of the second layer. What does a neuron put out, wherever you ask it?",
      "A ReLU whose sum is below zero everywhere puts out 0 and has the slope 0: no step can bring it back. Something threw the weights that far in one go.",
      "Take smaller steps: a learning rate of a fifth, or less.",
    ],
    cure: "lr=0.1",
    failing: ["passes=500", "layers=16-16"],
  },
  {
    id: "off-the-chart",
    title: "Off the chart in a dozen passes",
    complaint:
      "A straight line tells these two clouds apart. This linear model climbs out of its chart instead, and after a dozen passes the run ends by itself.",
    lab: "network",
    link: "data=gaussian&noise=0.2&layers=none&lr=0.6&batch=50&passes=100",
    open: ["rate", "batch", "passes"],
    goals: "loss_0.25",
    hints: [
      "Go through it with Step. How does the map change from pass to pass?",
      "Each step lands on the other side, higher than it began. So the next one is longer still.",
      "Take shorter steps: divide the learning rate by ten.",
    ],
    cure: "lr=0.06",
    failing: ["passes=1000", "batch=100"],
  },
  {
    id: "never-arrives",
    title: "Always falling, never there",
    complaint:
      "The loss falls in every pass, without a jump. After 300 passes it is still close to where it began, and I have no time for more.",
    lab: "network",
    link: "lr=0.0003",
    open: ["layers", "optimizer", "rate", "passes"],
    goals: "loss_0.2*passes_300",
    hints: [
      "Nothing points the wrong way here. Ask how far the weights have come in 300 passes.",
      "The direction of each step is right, and its length about a hundredth of what would do.",
      "Raise the learning rate a hundredfold.",
    ],
    cure: "lr=0.03",
    failing: ["passes=3000", "layers=8"],
  },
  {
    id: "too-good",
    title: "Better in the test than in use",
    complaint:
      "My table has 234 rows. The test says 98\u00a0% right. In use it is more like 85, and I do not see how these two clouds could be told apart better than that.",
    lab: "network",
    link: `data=own&own=${[clouds, clouds, clouds].join("*")}&split=0.6&loss=crossentropy&opt=adam&lr=0.01&layers=16-16&passes=400&seed=9`,
    open: ["own", "layers", "regularization", "decay", "drop", "passes"],
    goals: "copies_0*loss_0.55",
    hints: [
      "Count the points on the map, and compare with the rows of the table.",
      "Open “Own data”, and the points as a table. Some rows stand there more than once, so one of them can train and another test.",
      "Remove the copies in “Own data”. Then the test is honest, and shows that the network learns by heart: add L2, or take far fewer neurons.",
    ],
    cure: `own=${clouds}&reg=l2&decay=0.1`,
    failing: ["reg=l2&decay=0.1", "layers=2"],
  },
  {
    id: "other-supplier",
    title: "Worked well until the new data came",
    complaint:
      "Four neurons learned this circle in 300 passes. The same points now come from another supplier, and the loss does not leave 1.",
    lab: "network",
    link: "scale=hundred",
    open: ["layers", "scaling", "rate", "passes"],
    goals: "loss_0.3",
    hints: [
      "Compare the small maps of the hidden neurons: in which direction does each change, and how fast?",
      "One input is so large that every tanh is at −1 or +1. There its slope is almost 0, and the other input has no say.",
      "Bring both inputs to one size: standardise them.",
    ],
    cure: "scale=standard",
    failing: ["passes=2000", "lr=0.001", "layers=16"],
  },
  {
    id: "exactly-one",
    title: "A loss of exactly 1",
    complaint:
      "Most runs at least begin to fall. This one has a loss of 1.000 in every single pass, whatever rate I give it.",
    lab: "network",
    link: "init=zeros",
    open: ["layers", "activations", "initialization", "rate", "passes"],
    goals: "loss_0.3",
    hints: [
      "Touch the lines of the network. How large are the weights, before and after training?",
      "Each neuron is the same as its neighbour, and carries 0 into the output. Nothing tells any of them which way to go.",
      "Draw the first weights at random: choose Glorot.",
    ],
    cure: "init=glorot",
    failing: ["passes=2000", "lr=0.3", "layers=16"],
  },
  {
    id: "worse-in-use",
    title: "Perfect at home, worse in use",
    complaint:
      "It trains beautifully: the train loss goes to 0. Everyone who uses it complains, and the longer I train it the more they do.",
    lab: "overfitting",
    link: "loss=crossentropy&split=0.2&layers=16-16&batch=10&passes=1000",
    open: ["layers", "regularization", "decay", "drop", "passes"],
    goals: "loss_0.4",
    hints: [
      "There are two curves. When do they part?",
      "The border on the map bends around single points of two clouds that overlap. The network has room to learn all 80 by heart.",
      "Hold it back: L2 at 0.1, half the neurons dropped out, one neuron, or an early stop where the validation loss was lowest.",
    ],
    cure: "reg=l2",
    failing: ["passes=2000", "layers=32-32"],
  },
  {
    id: "loses-the-arms",
    title: "Loses the thread of the spiral",
    complaint:
      "It follows one arm for a while and then cuts across. After 800 passes it still gets every third point of the test wrong.",
    lab: "network",
    link: "data=spiral&layers=4&opt=adam&lr=0.01&batch=30&split=0.8&passes=800",
    open: ["layers", "activations", "rate", "passes"],
    goals: "loss_0.45",
    hints: [
      "Look at the train loss alone: did the network learn at least the points that it trains on?",
      "Each hidden neuron draws one bend. Count how many bends the arms have.",
      "Give it two layers of 16 neurons.",
    ],
    cure: "layers=16-16",
    failing: ["passes=2400", "lr=0.03"],
  },
  {
    id: "ruler-by-hand",
    title: "Beaten by a ruler",
    complaint:
      "With a ruler I draw a line that tells these two classes apart without an error. The linear model gets every fifth point of the test wrong, and stays there. It has to stay linear.",
    lab: "network",
    link: `data=own&own=${farAway}&layers=none&lr=0.03&passes=200&seed=3`,
    open: ["loss", "rate", "batch", "passes"],
    goals: "accuracy_97",
    hints: [
      "Find the points that it gets wrong. What pulls the border away from them?",
      "The far blue points are right, and far beyond +1. Ask what this loss says of a score of 3 where the target is 1.",
      "Choose a loss that leaves points alone once they are right: hinge.",
    ],
    cure: "loss=hinge",
    failing: ["passes=2000", "lr=0.003", "loss=absolute"],
  },
  {
    id: "islands",
    title: "Small islands of the wrong colour",
    complaint:
      "A child can see these two clouds. The network makes no mistake in training, and in the test it misjudges every fourth point, some in the very middle of a cloud.",
    lab: "network",
    link: "data=gaussian&noise=0.1&samples=200&split=0.2&opt=adam&lr=0.01&batch=50&layers=32-32&passes=1000&outlier=1.2_1.2_-1*0.6_1.7_-1*-1.2_-1.2_1*-1.8_-0.6_1*2_0.8_-1",
    open: ["layers", "regularization", "decay", "drop", "passes"],
    goals: "accuracy_97",
    hints: [
      "What stands in the middle of each island?",
      "Five training points lie deep in the other cloud. Ask what it costs to be right about each of them.",
      "Take the room for islands away: L2 at 0.1, or no hidden layer at all.",
    ],
    cure: "reg=l2&decay=0.1",
    failing: ["passes=1500", "reg=l2&decay=0.00001"],
  },
  {
    id: "calm-and-slow",
    title: "Smooth as silk, and slow",
    complaint:
      "Since we have a larger machine, a pass is done at once and the curve has no jitter. But 100 passes used to be enough, and now the loss hardly gets below 0.9.",
    lab: "network",
    link: "samples=400&batch=200&passes=100",
    open: ["layers", "activations", "batch", "passes"],
    goals: "loss_0.3*passes_100",
    hints: [
      "The learning rate is as it was. How many steps does it take in a pass?",
      "The whole training set is one batch: 100 passes are 100 steps.",
      "Take batches of 10: that makes 20 steps of each pass.",
    ],
    cure: "batch=10",
    failing: ["passes=400", "layers=16"],
  },
  {
    id: "never-says-u",
    title: "Never says u",
    complaint:
      "It is to write down vowels. All it trained on it knows by heart, and of 36 others it gets 20. It has never once written a u.",
    lab: "sound",
    link: "samples=40&split=0.1",
    open: ["split", "samples", "layers", "drop", "passes"],
    goals: "accuracy_85",
    hints: [
      "Whoever knows some letters well, and others not at all, gets about half right. Which ones does it know?",
      "Of 40 examples, a tenth trains: four. The letters take turns, and there are five.",
      "Give it 300 examples and half of them to train.",
    ],
    cure: "samples=300&split=0.5",
    failing: ["passes=1000", "layers=64", "drop=0.5"],
  },
];

/** The case with an id; undefined where there is none. */
export const caseWith = (id: string): Case | undefined =>
  cases.find((one) => one.id === id);
