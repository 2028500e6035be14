// Fills in the letter with one of the JavaScript engines, as each one's own manual shows.
// One line on stdin is one task: {"engine", "template", "letters", "folder"}; one line on stdout answers it.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import carbone from "carbone";
import Docxtemplater from "docxtemplater";
import { TemplateHandler } from "easy-template-x";
import PizZip from "pizzip";

const engines = {
  docxtemplater(template) {
    const source = readFileSync(template);
    return (letter) => {
      const document = new Docxtemplater(new PizZip(source), { paragraphLoop: true, linebreaks: true });
      document.render(letter);
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  "easy-template-x"(template) {
    const source = readFileSync(template);
    const handler = new TemplateHandler();
    return (letter) => handler.process(source, letter);
  },
  carbone(template) {
    const render = promisify(carbone.render);
    return (letter) => render(template, letter);
  },
};

const ready = {};
const task = async ({ engine, template, letters, folder }) => {
  ready[engine] ??= engines[engine](template);
  const make = ready[engine];
  const begun = performance.now();
  for (const [number, letter] of letters.entries()) {
    const made = await make(letter);
    if (folder) writeFileSync(join(folder, `${number}.docx`), made);
  }
  return (performance.now() - begun) / letters.length;
};

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = { milliseconds: await task(JSON.parse(line)) };
  } catch (error) {
    answer = { error: String(error) };
  }
  console.log(JSON.stringify(answer));
}
process.exit(0);
