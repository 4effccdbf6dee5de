// Builds or checks the page, and leaves alone what hasn't changed: a stamp holds the digest of everything that counts.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const OLDEST_NODE = [20, 19];
const manifests = ["package.json", "package-lock.json", ".npmrc"];
const built = [...manifests, "index.html", "vite.config.ts", "tsconfig.json", "openapi.json", "src", "public"];
const checked = [...built, "eslint.config.js", "dev"];

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

function digest(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const file of paths.flatMap(filesIn)) {
    if (!file.endsWith("schema.d.ts")) hash.update(file).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

function once(stamp, paths, work) {
  const now = digest(paths);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  rmSync(stamp, { force: true });
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

function npm(...words) {
  const { status, error } = spawnSync("npm", words, { stdio: "inherit" });
  if (status === 0) return;
  console.error(`npm ${words.join(" ")} failed${error ? `: ${error.message}` : ""}. Its own words above say why; run it in ui/ to see them again.`);
  process.exit(status ?? 1);
}

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  console.error(`The page is built with Node.js ${OLDEST_NODE.join(".")} or newer, and this is ${process.version}: install a newer one, then build again.`);
  process.exit(1);
}

once("node_modules/.stamp", manifests, () => npm("ci", "--no-audit", "--no-fund", "--loglevel=error"));
const task = process.argv[2];
if (task === "build") {
  once("dist/.stamp", built, () => {
    npm("run", "--silent", "build");
    // Vite names its files by their content: what an older build left in the jar's folder must not travel along.
    rmSync("target/classes/META-INF/resources", { recursive: true, force: true });
  });
} else if (task === "check") once("target/checked.stamp", checked, () => npm("run", "--silent", "check"));
else throw new Error("Say what to do: build or check.");
