// The labs as cards.
import { LabStill } from "@/components/lab/lab-still";
import { counted } from "@/labs/arithmetic/number-text";
import type { Lab } from "@/labs/catalog/lab";
import { type LabId, labs } from "@/labs/catalog/labs";
import { claimName } from "@/labs/claim/held-claims";
import { PictureCard, PictureCards } from "./picture-card";
import { LabNote } from "./returning";

/** Every lab of the course, in its order. */
export const LabCards = () => (
  <PictureCards id="labs" title="Labs">
    {(Object.keys(labs) as LabId[]).map((id) => {
      const { title, question, claims }: Lab = labs[id];
      return (
        <PictureCard
          key={id}
          href={`/labs/${id}`}
          title={title}
          picture={<LabStill id={id} />}
          text={question}
          note={
            <>
              {counted(claims.length, "claim")}
              <LabNote claims={claims.map((claim) => claimName(id, claim.id))} />
            </>
          }
        />
      );
    })}
  </PictureCards>
);
