// Builds the assets the pages ask for: one style sheet, one script, the typeface and our own images.
// Every file's name carries a hash of its content, so browsers may keep it for ever;
// manifest.json tells the templates which hashed name belongs to which plain one.

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

import * as esbuild from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.env.GT_ASSETS_OUT ?? join(here, "dist"));
const modules = join(here, "node_modules");
const typeface = join(modules, "@fontsource", "atkinson-hyperlegible");
const compressible = new Set([".css", ".js", ".svg", ".json"]);
const manifest = {};

function write(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const extension = extname(name);
  const hashed = `${name.slice(0, -extension.length)}.${hash}${extension}`;
  const path = join(out, hashed);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  if (compressible.has(extension)) {
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(content));
  }
  manifest[name] = hashed;
}

function copyFolder(from, to, wanted) {
  for (const file of readdirSync(from).filter(wanted).sort()) {
    write(`${to}/${file}`, readFileSync(join(from, file)));
  }
}

function styles() {
  const compiled = sass.compile(join(here, "styles", "app.scss"), {
    style: "compressed",
    loadPaths: [modules],
    quietDeps: true,
  });
  // The style sheet lies in css/ and asks for ../fonts/ and ../images/: point it at the hashed names.
  return compiled.css.replace(/url\("?\.\.\/([^")]+)"?\)/g, (whole, name) => {
    if (!manifest[name]) throw new Error(`The style sheet asks for ${name}, which is not built.`);
    return `url("../${manifest[name]}")`;
  });
}

function script() {
  const built = esbuild.buildSync({
    entryPoints: [join(here, "scripts", "app.js")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2020",
    legalComments: "none",
  });
  return built.outputFiles[0].text;
}

rmSync(out, { recursive: true, force: true });
copyFolder(join(typeface, "files"), "fonts", (file) => /-(400|700)-normal\.woff2$/.test(file));
cpSync(join(typeface, "LICENSE"), join(out, "fonts", "LICENSE"));
copyFolder(join(here, "images"), "images", (file) => file.endsWith(".svg"));
write("css/app.css", styles());
write("js/app.js", script());
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
console.log(`Built ${Object.keys(manifest).length} assets in ${out}`);
