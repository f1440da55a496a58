// The class's routes as a site has them, on a store in a folder of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as answers from "@/app/api/classes/[id]/answers/route";
import * as quizAnswers from "@/app/api/classes/[id]/assignments/[assignment]/quiz/answers/route";
import * as quiz from "@/app/api/classes/[id]/assignments/[assignment]/quiz/route";
import * as assignment from "@/app/api/classes/[id]/assignments/[assignment]/route";
import * as assignments from "@/app/api/classes/[id]/assignments/route";
import * as board from "@/app/api/classes/[id]/board/route";
import * as enter from "@/app/api/classes/[id]/enter/route";
import * as handIn from "@/app/api/classes/[id]/hand-in/route";
import * as letIn from "@/app/api/classes/[id]/learners/[learner]/let-in/route";
import * as learner from "@/app/api/classes/[id]/learners/[learner]/route";
import * as mine from "@/app/api/classes/[id]/mine/route";
import * as quizzes from "@/app/api/classes/[id]/quiz/route";
import * as receipt from "@/app/api/classes/[id]/receipts/[receipt]/route";
import * as one from "@/app/api/classes/[id]/route";
import * as secret from "@/app/api/classes/[id]/secret/route";
import * as classes from "@/app/api/classes/route";
import * as graded from "@/app/api/graded/route";
import * as join from "@/app/api/join/route";
import {
  type ClassServer,
  classServer,
  closeClassServer,
} from "@/app/server/class-server";
import { bundleCheckWorker } from "../server/check-bundle";

type Params = Record<"id" | "assignment" | "learner" | "receipt", string>;

type Handler = (
  request: Request,
  context: { params: Promise<Params> },
) => Promise<Response>;

/** Every route of classes; `:name` stands for a parameter. */
export const routes: readonly [method: string, path: string, handler: Handler][] = [
  ["GET", "/api/graded", graded.GET],
  ["POST", "/api/join", join.POST],
  ["POST", "/api/classes", classes.POST],
  ["DELETE", "/api/classes/:id", one.DELETE],
  ["POST", "/api/classes/:id/enter", enter.POST],
  ["POST", "/api/classes/:id/secret", secret.POST],
  ["GET", "/api/classes/:id/board", board.GET],
  ["GET", "/api/classes/:id/mine", mine.GET],
  ["DELETE", "/api/classes/:id/mine", mine.DELETE],
  ["POST", "/api/classes/:id/hand-in", handIn.POST],
  ["GET", "/api/classes/:id/answers", answers.GET],
  ["POST", "/api/classes/:id/answers", answers.POST],
  ["POST", "/api/classes/:id/assignments", assignments.POST],
  ["DELETE", "/api/classes/:id/assignments/:assignment", assignment.DELETE],
  ["GET", "/api/classes/:id/assignments/:assignment/quiz", quiz.GET],
  ["POST", "/api/classes/:id/assignments/:assignment/quiz", quiz.POST],
  ["POST", "/api/classes/:id/assignments/:assignment/quiz/answers", quizAnswers.POST],
  ["GET", "/api/classes/:id/quiz", quizzes.GET],
  ["DELETE", "/api/classes/:id/learners/:learner", learner.DELETE],
  ["POST", "/api/classes/:id/learners/:learner/let-in", letIn.POST],
  ["GET", "/api/classes/:id/receipts/:receipt", receipt.GET],
];

/** The parameters of a path that has the form of a route; null where it has not. */
function paramsIn(form: string, pathname: string): Params | null {
  const names = form.split("/");
  const parts = pathname.split("/");
  if (names.length !== parts.length) return null;
  const fits = names.every((name, at) => name.startsWith(":") || name === parts[at]);
  const named = (name: string) => parts[names.indexOf(`:${name}`)] ?? "";
  return fits
    ? {
        id: named("id"),
        assignment: named("assignment"),
        learner: named("learner"),
        receipt: named("receipt"),
      }
    : null;
}

/** Answers a request as the site does. */
export async function served(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  for (const [method, form, handler] of routes) {
    const params = method === request.method ? paramsIn(form, pathname) : null;
    if (params) return handler(request, { params: Promise.resolve(params) });
  }
  throw new Error(`No route for ${request.method} ${pathname}`);
}

/** Opens a site whose limits are `limits` times the usual; `close` deletes all of it. */
export async function openSite(limits: number) {
  const folder = mkdtempSync(path.join(tmpdir(), "next-pass-site-"));
  process.env.COURSE_DATA_DIR = folder;
  delete process.env.DATABASE_URL;
  const startWorker = await bundleCheckWorker();
  const open = (): Promise<ClassServer> => classServer({ startWorker, limits });
  await open();
  return {
    folder,
    open,
    async close() {
      await closeClassServer();
      rmSync(folder, { recursive: true });
    },
  };
}
