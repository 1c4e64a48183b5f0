// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// How the review's page looks, on light and dark screens and on paper. Colours are those of the page that
// `assay serve` shows.
#pragma once

#include <string_view>

namespace assay::emit::review {

inline constexpr std::string_view kReviewStyle = R"(:root {
  --paper: #fdfdfb; --ink: #1d2126; --faint: #626a73; --line: #d9dcdf; --mark: #0b62a8; --soft: #eef2f6;
  --bad: #b3261e; --median: #8a5a00; --tail: #a1260d; --good: #1d6b38;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15181c; --ink: #e5e8eb; --faint: #9aa4ae; --line: #343a41; --mark: #6cb6f5; --soft: #1f242a;
    --bad: #ff8a80; --median: #e7b24f; --tail: #ff8a70; --good: #7fd49b;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
main { margin: 0 auto; max-width: 76rem; padding: .6rem 1rem 3rem; }
h1 { font-size: 1.35rem; margin: .4rem 0; }
h2 { font-size: 1.1rem; margin: 1.8rem 0 .3rem; border-bottom: 1px solid var(--line); }
p { margin: .2rem 0; overflow-wrap: anywhere; }
.note, .place { color: var(--faint); }
code { font: .93em ui-monospace, monospace; overflow-wrap: anywhere; }
.items { padding-left: 1.6rem; }
.items > li { margin: .5rem 0 .9rem; }
.items > li > p > code { font-weight: 600; }
.items ul { margin: .1rem 0; padding-left: 1.1rem; }
.items ul li { overflow-wrap: anywhere; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: .6rem 1.4rem; }
figure { margin: .4rem 0; max-width: 44rem; }
figcaption { color: var(--faint); font-size: .9em; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--faint); font: 11px system-ui, sans-serif; }
.grid { stroke: var(--line); }
.border { stroke: var(--faint); stroke-dasharray: 3 3; }
.whisker { stroke: var(--ink); }
polyline { fill: none; stroke-width: 1.6; }
polyline.mean { stroke: var(--mark); } polyline.median { stroke: var(--median); } polyline.tail { stroke: var(--tail); }
polyline.fit { stroke: var(--ink); stroke-width: 1.2; } polyline.beyond { stroke-dasharray: 4 4; }
circle.mean { fill: var(--mark); } circle.median { fill: var(--median); } circle.tail { fill: var(--tail); }
rect.errors { fill: var(--bad); }
.heat { fill: var(--mark); } .heat1 { opacity: .1; } .heat2 { opacity: .2; } .heat3 { opacity: .35; }
.heat4 { opacity: .5; } .heat5 { opacity: .7; } .heat6 { opacity: .95; }
span.mean { color: var(--mark); } span.median { color: var(--median); } span.tail { color: var(--tail); } span.errors { color: var(--bad); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: .93em; }
th, td { padding: .22rem .5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.number { text-align: right; white-space: nowrap; }
tr.worse td:nth-child(4), tr.fragile td:nth-child(4) { color: var(--bad); }
tr.trusted td:nth-child(4) { color: var(--good); }
@media screen and (max-width: 48rem) {
  main { padding: .4rem .6rem 2rem; }
  .items { padding-left: 1.2rem; }
  table { display: block; overflow-x: auto; }
  th, td, td code { overflow-wrap: break-word; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --faint: #444; --line: #bbb; --mark: #0b62a8; --bad: #b3261e; --median: #8a5a00; --tail: #a1260d; --good: #1d6b38; }
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  h2 { break-after: avoid; }
  figure, tr, .items > li { break-inside: avoid; }
  thead { display: table-header-group; }
}
@page { margin: 15mm; }
)";

}  // namespace assay::emit::review
