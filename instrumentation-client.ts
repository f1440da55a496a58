// Run by Next in the browser, before React takes a page over.
import { guardTranslation } from "@/components/kit/translation-guard";

guardTranslation();
