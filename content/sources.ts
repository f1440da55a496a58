/** A publication that a lesson takes a fact from. */
export type Source = {
  title: string;
  publisher: string;
  url: string;
  /** The date the publication gives itself: YYYY, YYYY-MM or YYYY-MM-DD; left out: none. */
  dated?: string;
  /** When somebody of the course last read it: YYYY-MM-DD. */
  checkedOn: string;
};

/** Every source, by the name that lessons cite it with: `[](source:<name>)`. */
export const sources = {
  cybenko1989: {
    title: "Approximation by Superpositions of a Sigmoidal Function",
    publisher: "Cybenko",
    url: "https://doi.org/10.1007/BF02551274",
    dated: "1989",
    checkedOn: "2026-11-23",
  },
  peterson1952: {
    title: "Control Methods Used in a Study of the Vowels",
    publisher: "Peterson and Barney",
    url: "https://doi.org/10.1121/1.1906875",
    dated: "1952",
    checkedOn: "2026-11-23",
  },
  stevens1937: {
    title: "A Scale for the Measurement of the Psychological Magnitude Pitch",
    publisher: "Stevens, Volkmann and Newman",
    url: "https://doi.org/10.1121/1.1915893",
    dated: "1937",
    checkedOn: "2026-11-23",
  },
  optdigits1998: {
    title: "Optical Recognition of Handwritten Digits, the test set",
    publisher: "Alpaydin and Kaynak",
    url: "https://archive.ics.uci.edu/ml/datasets/Optical+Recognition+of+Handwritten+Digits",
    dated: "1998",
    checkedOn: "2026-11-23",
  },
  scripps2020: {
    title: "Primary Mauna Loa CO₂ Record, under CC BY 4.0",
    publisher: "Scripps CO₂ Program",
    url: "https://scrippsco2.ucsd.edu/data/atmospheric_co2/primary_mlo_co2_record.html",
    dated: "2020",
    checkedOn: "2026-11-23",
  },
  vega2025: {
    title: "Monthly share prices (stocks.csv), under the BSD licence",
    publisher: "vega-datasets",
    url: "https://github.com/vega/vega-datasets",
    dated: "2025-10-04",
    checkedOn: "2026-11-23",
  },
  bengio2003: {
    title: "A Neural Probabilistic Language Model",
    publisher: "Bengio, Ducharme, Vincent and Jauvin",
    url: "https://www.jmlr.org/papers/v3/bengio03a.html",
    dated: "2003",
    checkedOn: "2026-11-29",
  },
  brown2020: {
    title: "Language Models are Few-Shot Learners",
    publisher: "Brown and others",
    url: "https://arxiv.org/abs/2005.14165",
    dated: "2020-05-28",
    checkedOn: "2026-11-29",
  },
  huber1964: {
    title: "Robust Estimation of a Location Parameter",
    publisher: "Huber",
    url: "https://doi.org/10.1214/aoms/1177703732",
    dated: "1964",
    checkedOn: "2026-11-23",
  },
  rumelhart1986: {
    title: "Learning representations by back-propagating errors",
    publisher: "Rumelhart, Hinton and Williams",
    url: "https://doi.org/10.1038/323533a0",
    dated: "1986",
    checkedOn: "2026-11-23",
  },
  fawcett2006: {
    title: "An introduction to ROC analysis",
    publisher: "Fawcett",
    url: "https://doi.org/10.1016/j.patrec.2005.10.010",
    dated: "2006",
    checkedOn: "2026-11-29",
  },
  guo2017: {
    title: "On Calibration of Modern Neural Networks",
    publisher: "Guo, Pleiss, Sun and Weinberger",
    url: "https://arxiv.org/abs/1706.04599",
    dated: "2017-06-14",
    checkedOn: "2026-11-29",
  },
  gendershades2018: {
    title:
      "Gender Shades: Intersectional Accuracy Disparities in Commercial Gender Classification",
    publisher: "Buolamwini and Gebru",
    url: "https://proceedings.mlr.press/v81/buolamwini18a.html",
    dated: "2018-01-21",
    checkedOn: "2026-11-29",
  },
  koenecke2020: {
    title: "Racial disparities in automated speech recognition",
    publisher: "Koenecke and others",
    url: "https://doi.org/10.1073/pnas.1915768117",
    dated: "2020-03-23",
    checkedOn: "2026-11-29",
  },
  lecun1998: {
    title: "Gradient-based learning applied to document recognition",
    publisher: "LeCun, Bottou, Bengio and Haffner",
    url: "https://doi.org/10.1109/5.726791",
    dated: "1998-11",
    checkedOn: "2026-11-29",
  },
  yosinski2014: {
    title: "How transferable are features in deep neural networks?",
    publisher: "Yosinski, Clune, Bengio and Lipson",
    url: "https://arxiv.org/abs/1411.1792",
    dated: "2014-11-06",
    checkedOn: "2026-11-29",
  },
  mikolov2013: {
    title: "Efficient Estimation of Word Representations in Vector Space",
    publisher: "Mikolov, Chen, Corrado and Dean",
    url: "https://arxiv.org/abs/1301.3781",
    dated: "2013",
    checkedOn: "2026-11-29",
  },
  "a100-datasheet": {
    title: "A100 Tensor Core GPU, data sheet",
    publisher: "NVIDIA",
    url: "https://www.nvidia.com/content/dam/en-zz/Solutions/Data-Center/a100/pdf/nvidia-a100-datasheet-us-nvidia-1758950-r4-web.pdf",
    dated: "2021",
    checkedOn: "2026-11-29",
  },
  roofline2009: {
    title: "Roofline: An Insightful Visual Performance Model for Multicore Architectures",
    publisher: "Williams, Waterman and Patterson",
    url: "https://doi.org/10.1145/1498765.1498785",
    dated: "2009-04",
    checkedOn: "2026-11-29",
  },
  "mixed-precision2018": {
    title: "Mixed Precision Training",
    publisher: "Micikevicius and others",
    url: "https://arxiv.org/abs/1710.03740",
    dated: "2018-02-15",
    checkedOn: "2026-11-29",
  },
  goyal2017: {
    title: "Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour",
    publisher: "Goyal and others",
    url: "https://arxiv.org/abs/1706.02677",
    dated: "2017-06-08",
    checkedOn: "2026-11-29",
  },
  alexnet2012: {
    title: "ImageNet Classification with Deep Convolutional Neural Networks",
    publisher: "Krizhevsky, Sutskever and Hinton",
    url: "https://papers.nips.cc/paper/4824-imagenet-classification-with-deep-convolutional-neural-networks",
    dated: "2012",
    checkedOn: "2026-11-29",
  },
  gpt3: {
    title: "Language Models are Few-Shot Learners, appendix D",
    publisher: "Brown and others",
    url: "https://arxiv.org/abs/2005.14165",
    dated: "2020-05-28",
    checkedOn: "2026-11-29",
  },
  glorot2010: {
    title: "Understanding the difficulty of training deep feedforward neural networks",
    publisher: "Glorot and Bengio",
    url: "https://proceedings.mlr.press/v9/glorot10a.html",
    dated: "2010",
    checkedOn: "2026-11-29",
  },
  hinton2012: {
    title: "Neural Networks for Machine Learning, lecture 6",
    publisher: "Hinton, Srivastava and Swersky",
    url: "https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf",
    dated: "2012",
    checkedOn: "2026-11-29",
  },
  kingma2014: {
    title: "Adam: A Method for Stochastic Optimization",
    publisher: "Kingma and Ba",
    url: "https://arxiv.org/abs/1412.6980",
    dated: "2014",
    checkedOn: "2026-11-29",
  },
  "dsvm-overview": {
    title: "What is the Azure Data Science Virtual Machine?",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-ai-docs/blob/main/articles/machine-learning/data-science-virtual-machine/overview.md",
    dated: "2024-04-26",
    checkedOn: "2026-11-01",
  },
  "dsvm-tools": {
    title: "Tools included on the Data Science Virtual Machine",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-ai-docs/blob/main/articles/machine-learning/data-science-virtual-machine/tools-included.md",
    dated: "2024-05-21",
    checkedOn: "2026-11-29",
  },
  "dsvm-ubuntu": {
    title: "Set up the Data Science Virtual Machine for Ubuntu",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-ai-docs/blob/main/articles/machine-learning/data-science-virtual-machine/dsvm-ubuntu-intro.md",
    dated: "2024-04-23",
    checkedOn: "2026-11-01",
  },
  "dsvm-known-issues": {
    title: "Known issues of the Data Science Virtual Machine",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-ai-docs/blob/main/articles/machine-learning/data-science-virtual-machine/reference-known-issues.md",
    dated: "2024-04-29",
    checkedOn: "2026-11-29",
  },
  "dsvm-release-notes": {
    title: "Release notes of the Data Science Virtual Machine",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-ai-docs/blob/main/articles/machine-learning/data-science-virtual-machine/release-notes.md",
    dated: "2025-05-20",
    checkedOn: "2026-11-29",
  },
  "dsvm-windows": {
    title: "Set up the Data Science Virtual Machine for Windows",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-ai-docs/blob/main/articles/machine-learning/data-science-virtual-machine/provision-vm.md",
    dated: "2024-04-27",
    checkedOn: "2026-11-23",
  },
  "azure-quotas": {
    title: "Check vCPU quotas",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-compute-docs/blob/main/articles/virtual-machines/quotas.md",
    dated: "2026-01-16",
    checkedOn: "2026-11-23",
  },
  "azure-billing-states": {
    title: "States and billing status of Azure Virtual Machines",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-compute-docs/blob/main/articles/virtual-machines/states-billing.md",
    dated: "2023-10-31",
    checkedOn: "2026-11-23",
  },
  "azure-generations": {
    title: "Support for Generation 2 VMs on Azure",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-compute-docs/blob/main/articles/virtual-machines/generation-2.md",
    dated: "2024-03-04",
    checkedOn: "2026-11-23",
  },
  "pytorch-idle-memory": {
    title: "Issue 34323 of PyTorch: GPU memory used before the first tensor",
    publisher: "PyTorch on GitHub",
    url: "https://github.com/pytorch/pytorch/issues/34323",
    dated: "2020-03-05",
    checkedOn: "2026-11-23",
  },
  "azure-retirements": {
    title: "Retirements and capacity restrictions of virtual machine sizes",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-compute-docs/blob/main/articles/virtual-machines/sizes/lifecycle/retirements-and-capacity-restrictions.md",
    dated: "2026-09-24",
    checkedOn: "2026-11-01",
  },
  "azure-nc-t4": {
    title: "NCasT4_v3 sizes series",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-compute-docs/blob/main/articles/virtual-machines/sizes/gpu-accelerated/ncast4v3-series.md",
    dated: "2024-07-31",
    checkedOn: "2026-11-01",
  },
  "azure-nv-a10": {
    title: "NVadsA10_v5 sizes series",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-compute-docs/blob/main/articles/virtual-machines/sizes/gpu-accelerated/nvadsa10v5-series.md",
    dated: "2024-07-31",
    checkedOn: "2026-11-01",
  },
  "azure-nc-a100": {
    title: "NC_A100_v4 sizes series",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-compute-docs/blob/main/articles/virtual-machines/sizes/gpu-accelerated/nca100v4-series.md",
    dated: "2024-07-31",
    checkedOn: "2026-11-01",
  },
  "azure-nc-h100": {
    title: "NCads_H100_v5 sizes series",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-compute-docs/blob/main/articles/virtual-machines/sizes/gpu-accelerated/ncadsh100v5-series.md",
    dated: "2024-07-31",
    checkedOn: "2026-11-01",
  },
  "azure-nc-rtx-pro": {
    title: "NC RTX PRO 6000 BSE v6 sizes series",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-compute-docs/blob/main/articles/virtual-machines/sizes/gpu-accelerated/nc-rtxpro6000-bse-v6-series.md",
    dated: "2025-12-05",
    checkedOn: "2026-11-01",
  },
  "azure-nc-retirement": {
    title: "NC-series retirement",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-docs/blob/362ade7be3354618930e7a34f9422200718a6ea8/articles/virtual-machines/sizes/migration-guides/nc-series-retirement.md",
    dated: "2022-12-20",
    checkedOn: "2026-11-01",
  },
  "azure-nv-retirement": {
    title: "NV series retirement",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-docs/blob/1b631afb01931783c3319cd96caf5d2495de0a8c/articles/virtual-machines/sizes/migration-guides/nv-series-retirement.md",
    dated: "2023-02-27",
    checkedOn: "2026-11-23",
  },
  "azure-ncv3-retirement": {
    title: "NCv3 and NC6s NC12s NC24s Retirement",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-docs/blob/e9d93f2128654aaa3e973be82f2dffebe106a558/articles/virtual-machines/ncv3-nc6s-nc12s-nc24s-retirement.md",
    dated: "2024-03-19",
    checkedOn: "2026-11-01",
  },
  "discrete-device-assignment": {
    title: "Deploy graphics devices using Discrete Device Assignment",
    publisher: "Microsoft",
    url: "https://learn.microsoft.com/windows-server/virtualization/hyper-v/deploy/deploying-graphics-devices-using-dda",
    dated: "2019-08-21",
    checkedOn: "2026-11-23",
  },
  "azure-gpu-drivers": {
    title: "Install NVIDIA GPU drivers on N-series VMs running Linux",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-compute-docs/blob/main/articles/virtual-machines/linux/n-series-driver-setup.md",
    dated: "2025-12-04",
    checkedOn: "2026-11-29",
  },
  "azure-size-names": {
    title: "Azure VM sizes naming conventions",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-compute-docs/blob/028a4dc444fb9409f8467699765632007dcfc1dc/articles/virtual-machines/vm-naming-conventions.md",
    dated: "2023-05-01",
    checkedOn: "2026-11-29",
  },
  "azure-sizes": {
    title: "Sizes for virtual machines in Azure",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/azure-compute-docs/blob/02773904e1bc237bc0c6251323af05c0dc7f5c3b/articles/virtual-machines/sizes/overview.md",
    dated: "2025-09-16",
    checkedOn: "2026-11-29",
  },
  "azure-batch-ubuntu-2204": {
    title: "Issue 200 of Azure Batch: support for Ubuntu 22.04 is ending",
    publisher: "Microsoft on GitHub",
    url: "https://github.com/Azure/Batch/issues/200",
    dated: "2026-05-15",
    checkedOn: "2026-11-29",
  },
  "azure-batch-ubuntu-2004": {
    title: "Issue 174 of Azure Batch: support for Ubuntu 20.04 is ending",
    publisher: "Microsoft on GitHub",
    url: "https://github.com/Azure/Batch/issues/174",
    dated: "2024-06-26",
    checkedOn: "2026-11-29",
  },
  "r-server-support": {
    title: "Support timeline of R Server and Machine Learning Server",
    publisher: "Microsoft",
    url: "https://github.com/MicrosoftDocs/machine-learning-server-docs/blob/main/microsoft-r/resources-servicing-support.md",
    dated: "2021-06-30",
    checkedOn: "2026-11-01",
  },
  "unicon-registration": {
    title: "How I Met Your Platform: What is LTI 1.3 Dynamic Registration?",
    publisher: "Unicon",
    url: "https://unicon.net/insights/articles/lti-1.3-dynamic-registration-or-how-i-met-your-platform",
    checkedOn: "2026-11-30",
  },
  "moodle-lti-fields": {
    title: "Moodle: LTI 1.3 Tool Provider Setup",
    publisher: "Credo",
    url: "https://credoinfolit.zendesk.com/hc/en-us/articles/8461519650971-Moodle-LTI-1-3-Tool-Provider-Setup",
    checkedOn: "2026-11-30",
  },
  "moodle-lti-setup": {
    title: "Moodle LTI 1.3 Administrator Setup",
    publisher: "Watermark",
    url: "https://support.watermarkinsights.com/hc/en-us/articles/21163574085531-Moodle-LTI-1-3-Administrator-Setup",
    checkedOn: "2026-11-30",
  },
  "moodle-lti-login": {
    title: "The login of an external tool (mod/lti/locallib.php)",
    publisher: "Moodle",
    url: "https://github.com/moodle/moodle/blob/6c4bb2a32483386ee761d9997050fe79562675a6/public/mod/lti/locallib.php",
    checkedOn: "2026-11-30",
  },
  "moodle-lti-scores": {
    title: "The score service of external tools (gradebookservices, scores.php)",
    publisher: "Moodle",
    url: "https://github.com/moodle/moodle/blob/98645b5be4d6a9fd17b7320a2b404ea01db696b3/mod/lti/service/gradebookservices/classes/local/resources/scores.php",
    checkedOn: "2026-11-30",
  },
  "canvas-lti-key": {
    title: "Canvas: Manual Registration",
    publisher: "LTIAAS",
    url: "https://ltiaas.com/docs/lms_setup/canvas_setup/",
    checkedOn: "2026-11-30",
  },
  "canvas-client-id": {
    title: "How do I configure an external app for an account using a client ID?",
    publisher: "Instructure",
    url: "https://community.canvaslms.com/docs/DOC-16730-42141110273",
    checkedOn: "2026-11-30",
  },
  "canvas-launch": {
    title: "Launch Overview",
    publisher: "Instructure",
    url: "https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_launch_overview",
    checkedOn: "2026-11-30",
  },
  "canvas-configure": {
    title: "Manually Configuring LTI Advantage Tools",
    publisher: "Instructure",
    url: "https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_dev_key_config",
    checkedOn: "2026-11-30",
  },
  "canvas-registration": {
    title: "Registering an LTI Tool",
    publisher: "Instructure",
    url: "https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.registration",
    checkedOn: "2026-11-30",
  },
  "canvas-privacy": {
    title: "How a Canvas Admin Adds a New LTI 1.3 Developer Key",
    publisher: "Lab-Aids",
    url: "https://www.lab-aids.com/how-canvas-admin-adds-new-lti-13-developer-key-lti-key",
    checkedOn: "2026-11-30",
  },
  "blackboard-register": {
    title: "Registering and Managing a REST or LTI Application",
    publisher: "Anthology",
    url: "https://docs.anthology.com/docs/developer-portal/creating-new-rest-or-lti-application",
    dated: "2024-03-20",
    checkedOn: "2026-11-30",
  },
  "blackboard-application": {
    title: "Registering a new LTI application",
    publisher: "Anthology",
    url: "https://docs.anthology.com/docs/blackboard/lti/1.3/register-an-application",
    checkedOn: "2026-11-30",
  },
  "blackboard-setup": {
    title: "BlackBoard LTI 1.3 Administrator Setup",
    publisher: "Watermark",
    url: "https://support.watermarkinsights.com/hc/en-us/articles/20943146060443-BlackBoard-LTI-1-3-Administrator-Setup",
    checkedOn: "2026-11-30",
  },
  "blackboard-services": {
    title: "How do I install the Credentials LTI in Blackboard?",
    publisher: "Instructure",
    url: "https://guides.instructure.com/m/111837/l/1571602-how-do-i-install-the-credentials-lti-in-blackboard",
    checkedOn: "2026-11-30",
  },
  "brightspace-register": {
    title: "Register an external learning tool for LTI Advantage",
    publisher: "D2L",
    url: "https://documentation.brightspace.com/EN/integrations/ipsis/LTI%20Advantage/LTI_register_external_learning_tool.htm",
    checkedOn: "2026-11-30",
  },
  "brightspace-deploy": {
    title: "Brightspace",
    publisher: "LTIAAS",
    url: "https://docs.ltiaas.com/guides/lms/brightspace",
    checkedOn: "2026-11-30",
  },
  "brightspace-audience": {
    title: "Brightspace: Manual Registration",
    publisher: "LTIAAS",
    url: "https://ltiaas.com/docs/lms_setup/brightspace_setup/",
    checkedOn: "2026-11-30",
  },
  "openedx-setup": {
    title: "Set Up an LTI 1.3 Component",
    publisher: "Open edX",
    url: "https://github.com/openedx/docs.openedx.org/blob/0934e00a62879dca5b0da3d9ebccead0d18e4eed/source/educators/how-tos/course_development/exercise_tools/set_up_lti_1_3_component.rst",
    checkedOn: "2026-11-30",
  },
  "openedx-variables": {
    title: "LTI 1.3 variable definition",
    publisher: "Open edX",
    url: "https://github.com/openedx/xblock-lti-consumer/blob/06b51e013f0b4d66afa7f04e6087eb8a266298ed/docs/decisions/0002-lti-1p3-variables.rst",
    checkedOn: "2026-11-30",
  },
  "openedx-about": {
    title: "About the LTI Component",
    publisher: "Open edX",
    url: "https://github.com/openedx/docs.openedx.org/blob/main/source/educators/concepts/exercise_tools/about_lti_component.rst",
    checkedOn: "2026-11-30",
  },
} as const satisfies Record<string, Source>;

/** The name of a source. */
export type SourceName = keyof typeof sources;

/** Whether a text is the name of a source. */
export const isSourceName = (text: string): text is SourceName =>
  Object.hasOwn(sources, text);

const months =
  "January February March April May June July August September October November December";

/** A date as lessons write it: "26 April 2024", "April 2024" or "2024"; "undated" for none. */
export function writtenDate(date: string | undefined): string {
  if (date === undefined) return "undated";
  const [year, month, day] = date.split("-");
  const name = month && months.split(" ")[Number(month) - 1];
  return [day && Number(day), name, year].filter(Boolean).join(" ");
}
