// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Style and script of the HTML report, which are part of the page. Its security policy lets a browser take
// these bytes and no others, so each has its hash beside it; test/e2e/report_test.py says the right one when
// it is not.
#pragma once

#include <string_view>

namespace assay::emit::report {

inline constexpr std::string_view kHtmlStyle = R"css(
:root { --paper: #fdfdfb; --ink: #1d2126; --faint: #5b636c; --line: #d9dcdf; --bar: #0b62a8; --soft: #eef2f6; color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #15181c; --ink: #e5e8eb; --faint: #9aa4ae; --line: #343a41; --bar: #6cb6f5; --soft: #1f242a; }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0 auto; max-width: 90rem; padding: .6rem 1rem 3rem; background: var(--paper); color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
h1 { font-size: 1.4rem; margin: .4rem 0; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; }
p { margin: .4rem 0; color: var(--faint); }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .28rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--paper); position: sticky; top: 0; }
td { overflow-wrap: anywhere; }
.number { text-align: right; white-space: nowrap; }
.code { font-family: ui-monospace, monospace; font-size: .9em; }
.prompt { min-width: 14rem; white-space: pre-wrap; }
small { display: block; color: var(--faint); }
#functions { width: 100%; }
#functions tbody tr:hover { background: var(--soft); }
.tables, .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 30rem), 1fr)); gap: 1rem 2rem; align-items: start; }
figure { margin: 0; }
figcaption, caption { font-weight: 600; text-align: left; padding: .3rem 0; }
svg { display: block; width: 100%; height: auto; }
svg text { font: 12px system-ui, sans-serif; fill: var(--faint); }
svg .name { fill: var(--ink); }
rect { fill: var(--bar); }
input, button { font: inherit; color: inherit; }
input { background: var(--soft); border: 1px solid var(--line); border-radius: .3rem; padding: .25rem .45rem; width: min(100%, 24rem); }
th button { all: unset; cursor: pointer; }
:focus-visible, th button:focus-visible { outline: 2px solid var(--bar); outline-offset: 1px; }
th[aria-sort=ascending] button::after { content: " \2191"; }
th[aria-sort=descending] button::after { content: " \2193"; }
details { margin: .3rem 0; }
summary { cursor: pointer; }
ul { margin: .3rem 0; padding-left: 1.2rem; }
.scroll { overflow-x: auto; }
@media print {
  :root { --paper: #fff; --ink: #000; --faint: #333; --line: #999; --bar: #555; --soft: #fff; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  #search { display: none; }
  .scroll { overflow: visible; }
  thead th { position: static; }
  tr, figure, .tables table { break-inside: avoid; }
  rect { print-color-adjust: exact; }
}
)css";
inline constexpr std::string_view kHtmlStyleHash = "sha256-5tn+uca4CVN1yvBcCKZvOgA3pCiBLolcHst5vRB67Qw=";

inline constexpr std::string_view kHtmlScript = R"js(
"use strict";
(() => {
  const table = document.getElementById("functions");
  if (!table) return;
  const body = table.tBodies[0];
  const headers = Array.from(table.tHead.rows[0].cells);
  const rows = Array.from(body.rows);
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const find = document.getElementById("find");
  const collator = new Intl.Collator("en", { numeric: true });

  function filter() {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    rows.forEach((row, i) => { row.hidden = !words.every((word) => texts[i].includes(word)); });
    const count = rows.filter((row) => !row.hidden).length;
    document.getElementById("shown").textContent = `${count} of ${rows.length}`;
  }

  // Cells without text come last, whichever way is up.
  function sort(header) {
    const down = header.getAttribute("aria-sort") === "ascending";
    headers.forEach((other) => other.removeAttribute("aria-sort"));
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const keyed = rows.map((row, at) => ({ row, at, key: row.cells[header.cellIndex].textContent }));
    keyed.sort((a, b) => (a.key === "") - (b.key === "")
      || (down ? -1 : 1) * collator.compare(a.key, b.key) || a.at - b.at);
    for (const { row } of keyed) body.appendChild(row);
  }

  for (const header of headers) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = header.textContent;
    button.addEventListener("click", () => sort(header));
    header.replaceChildren(button);
  }
  find.addEventListener("input", filter);
  document.getElementById("search").hidden = false;
  filter();
})();
)js";
inline constexpr std::string_view kHtmlScriptHash = "sha256-TeP/IYFXQKyua+RofPVtTz6onKXCacMOR0UUbWifaww=";

}  // namespace assay::emit::report
