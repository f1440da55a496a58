// The commands that lead from nothing to a DSVM and back. Their options were checked
// against the parser of Azure CLI 2.45.0 on 2026-11-23.
import { type CommandStep, connection, group, machine } from "./dsvm-connection";
import type { Edition } from "./dsvm-editions";
import type { Place, TaskId } from "./dsvm-task";
import type { GpuSize } from "./gpu-sizes";

function beforehand(
  { offer, urn }: Edition,
  size: GpuSize,
  region: string,
): CommandStep[] {
  return [
    {
      title: "Sign in and make a group",
      says: "All that is made below stands in one group, so that one command can delete it.",
      lines: ["az login", `az group create --name ${group} --location ${region}`],
      source: null,
    },
    {
      title: "Check the image",
      says: urn
        ? "The list shows which images there are today; the second command prints V1 or V2, the generation."
        : "The list shows which images there are today: you need the column Sku.",
      lines: [
        `az vm image list --publisher microsoft-dsvm --offer ${offer} --all --output table`,
        ...(urn
          ? [`az vm image show --urn ${urn} --query hyperVGeneration --output tsv`]
          : []),
      ],
      source: "azure-generations",
    },
    {
      title: "Check the quota",
      says: `The first command prints the size’s family and whether you may use it in ${region}. In the second, both that family and “Total Regional vCPUs” need ${size.figures?.vcpus ?? "enough"} between CurrentValue and Limit.`,
      lines: [
        `az vm list-skus --location ${region} --size ${size.name} --all \\`,
        '  --query "[].{family: family, barred: restrictions[].reasonCode}" --output json',
        `az vm list-usage --location ${region} --output table`,
      ],
      source: "azure-quotas",
    },
  ];
}

function creation(
  { system, offer, urn }: Edition,
  size: GpuSize,
  user: string,
): CommandStep {
  const windows = system === "Windows";
  return {
    title: "Create it, open to you alone",
    says: windows
      ? "It asks for a password. Write your own public address in place of 203.0.113.7: by itself, az would open the port to everybody."
      : "Write your own public address in place of 203.0.113.7: by itself, az would open the port to everybody.",
    lines: [
      `az vm create ${machine} \\`,
      `  --image ${urn ?? `"microsoft-dsvm:${offer}:<sku>:latest"`} \\`,
      `  --size ${size.name}${windows ? "" : " --os-disk-size-gb 128"} \\`,
      `  --admin-username ${user}${windows ? "" : " --generate-ssh-keys"} --nsg-rule NONE`,
      `az network nsg rule create --resource-group ${group} --nsg-name dsvmNSG \\`,
      `  --name mine --priority 1000 --protocol Tcp --access Allow \\`,
      `  --source-address-prefixes 203.0.113.7 --destination-port-ranges ${windows ? 3389 : 22}`,
    ],
    source: windows ? "dsvm-windows" : "dsvm-ubuntu",
  };
}

const afterwards: readonly CommandStep[] = [
  {
    title: "Look at what you got",
    says: "On the machine: the GPU, its memory and driver, and whether PyTorch sees it.",
    lines: [
      "nvidia-smi",
      'python -c "import torch; print(torch.__version__, torch.cuda.is_available())"',
    ],
    source: "dsvm-release-notes",
  },
  {
    title: "Stop: deallocate",
    says: "Shutting the system down from inside leaves the machine billed. The second command must print “VM deallocated”; the disk goes on costing. To go on, az vm start; the address may have changed.",
    lines: [
      `az vm deallocate ${machine}`,
      `az vm get-instance-view ${machine} --output tsv \\`,
      `  --query "instanceView.statuses[?starts_with(code, 'PowerState')].displayStatus"`,
    ],
    source: "azure-billing-states",
  },
  {
    title: "Delete everything",
    says: "The machine, its disk and its address, with all that is on them. Only this gives the quota back.",
    lines: [`az group delete --name ${group}`],
    source: "azure-quotas",
  },
];

/** All commands for a choice that no pitfall stops; `place` must be free of problems. */
export function commandsFor(
  edition: Edition,
  size: GpuSize,
  task: TaskId,
  { region, user }: Place,
): CommandStep[] {
  return [
    ...beforehand(edition, size, region),
    creation(edition, size, user),
    ...connection(edition, task, user),
    ...afterwards,
  ];
}

/** The steps as one text for a shell, each under its title. */
export const shellText = (steps: readonly CommandStep[]) =>
  steps.map(({ title, lines }) => [`# ${title}`, ...lines].join("\n")).join("\n\n");
