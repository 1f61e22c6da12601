// Builds the page, ../static/index.js, or checks that it is up to date:
//   node build.mjs          writes it
//   node build.mjs --check  fails where the committed file differs
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const target = new URL("../static/index.js", import.meta.url);
const result = await build({
  entryPoints: ["src/index.ts"],
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "none",
  loader: { ".css": "text" },
  banner: { js: "// Licences: see THIRD_PARTY_NOTICES.txt beside this file." },
  write: false,
});
const built = result.outputFiles[0].text;
if (/<\/script|<!--/i.test(built)) {
  throw new Error("The page cannot be put into an HTML file as it is.");
}
if (!process.argv.includes("--check")) {
  writeFileSync(target, built);
  console.log(`static/index.js: ${built.length} characters`);
} else if (readFileSync(target, "utf8") !== built) {
  throw new Error("static/index.js is not what src/ builds: npm run build");
}
