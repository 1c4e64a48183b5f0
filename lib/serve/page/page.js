// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The page of `assay serve`. What it shows (filter, order, function, period) stands in the address behind '#', so that it can be linked to.
// Names, prompts and models are anybody's text: they go into the page by textContent alone.
"use strict";

const REFRESH = 10000, ROWS = 50;
const PERIODS = [[3600, "1 hour"], [21600, "6 hours"], [86400, "1 day"], [604800, "7 days"], [7776000, "90 days"]];
const at = (id) => document.getElementById(id);
let functions = [], shownRows = ROWS, asked = 0;

// --- numbers as text
const FORMATS = [undefined, 1, 2, 3].map((most) => new Intl.NumberFormat("en", most ? { maximumSignificantDigits: most } : {}));
const digits = (value, most) => FORMATS[most].format(value);
function scaled(value, units) {
  for (const [factor, unit] of units) if (Math.abs(value) >= factor) return digits(value / factor, 3) + unit;
  return digits(value, 3);
}
const none = "–";
const count = (value) => (value === null ? none : value < 1e5 ? FORMATS[0].format(value) : scaled(value, [[1e12, "T"], [1e9, "G"], [1e6, "M"], [1e3, "k"]]));
const duration = (value) => (value === null ? none : value === 0 ? "0" : scaled(value, [[1, " s"], [1e-3, " ms"], [1e-6, " µs"], [0, " ns"]].map(([f, u]) => [f || 1e-9, u])));
const bytes = (value) => (value === null ? none : Math.abs(value) < 1e3 ? digits(value, 2) + " B" : scaled(value, [[1e12, " TB"], [1e9, " GB"], [1e6, " MB"], [1e3, " kB"]]));
const perCall = (memory, value) => (memory ? bytes(value(memory) / memory.calls) : null);
const rate = (value) => (value === null ? none : scaled(value, [[1e6, "M"], [1e3, "k"]]) + "/s");
const share = (row) => (row.errors === null || !row.calls ? null : row.errors / row.calls);
const percent = (value) => (value === null ? none : digits(value * 100, 2) + " %");

// --- the address
const state = () => new URLSearchParams(location.hash.slice(1));
function go(changes, replace) {
  const next = state();
  for (const [key, value] of Object.entries(changes)) value ? next.set(key, value) : next.delete(key);
  const hash = "#" + next;
  if (replace) history.replaceState(null, "", hash), show(); else location.hash = hash;
}

// --- elements
function element(tag, text, name) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (name) made.className = name;
  return made;
}
function drawn(tag, attributes, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}
function setOptions(select, values, all) {
  const chosen = state().get(select.id) || "";
  const known = [["", all], ...[...new Set(values)].sort().map((value) => [value, value])];
  if (select.dataset.known === JSON.stringify(known)) return;  // it may be open
  select.dataset.known = JSON.stringify(known);
  select.replaceChildren(...known.map(([value, text]) => { const one = element("option", text); one.value = value; return one; }));
  select.value = chosen;
}

// --- the table
const COLUMNS = [
  ["name", "Function", (f) => f.name, null, ""],
  ["model", "Model", (f) => f.model, null, "middle"],
  ["state", "State", (f) => f.state, null, "wide"],
  ["calls", "Calls", (f) => f.calls, count, "number"],
  ["rate", "Rate", (f) => f.ratePerSecond, rate, "number middle"],
  ["errors", "Errors", (f) => f.errors, count, "number"],
  ["share", "Error %", share, percent, "number wide"],
  ["p50", "p50", (f) => f.p50Seconds, duration, "number middle"],
  ["p90", "p90", (f) => f.p90Seconds, duration, "number wide"],
  ["p99", "p99", (f) => f.p99Seconds, duration, "number"],
  ["max", "Max", (f) => f.maxSeconds, duration, "number middle"],
  ["open", "Open", (f) => f.open, count, "number wide"],
  ["peak", "Peak", (f) => f.peak, count, "number wide"],
  ["size", "Mean size", (f) => f.meanSize, count, "number wide"],
];
function order() {
  const wanted = state().get("sort") || "-calls";
  const down = wanted.startsWith("-");
  return { column: COLUMNS.find(([key]) => key === wanted.slice(down ? 1 : 0)) || COLUMNS[3], down };
}
function showHead() {
  const { column, down } = order();
  at("head").replaceChildren(...COLUMNS.map(([key, title, , text, name]) => {
    const cell = element("th", undefined, name);
    const button = element("button", title + (key === column[0] ? (down ? " ▾" : " ▴") : ""));
    cell.setAttribute("scope", "col");
    if (key === column[0]) cell.setAttribute("aria-sort", down ? "descending" : "ascending");
    button.type = "button";
    button.addEventListener("click", () => {
      const same = key === column[0];
      go({ sort: (same ? !down : text !== null) ? "-" + key : key }, true);
      at("head").children[COLUMNS.findIndex(([other]) => other === key)].firstChild.focus();
    });
    cell.append(button);
    return cell;
  }));
}
function chosenRows() {
  const wanted = state(), words = (wanted.get("find") || "").toLowerCase();
  const fits = (f) => (!words || f.name.toLowerCase().includes(words) || (f.file || "").toLowerCase().includes(words)) &&
    ["model", "file", "state"].every((key) => !wanted.get(key) || (f[key] || "") === wanted.get(key));
  const { column: [, , value, text], down } = order();
  const sign = down ? -1 : 1;
  // What has no value comes last, whatever the order.
  return functions.filter(fits).map((f) => [value(f), f]).sort(([a, f], [b, g]) => {
    if (a === null || b === null) return (a === null) - (b === null);
    return (text === null ? (a < b ? -1 : a > b ? 1 : 0) : a - b) * sign || (f.id < g.id ? -1 : 1);
  }).map(([, f]) => f);
}
function rowOf(f) {
  const row = element("tr");
  for (const [key, , value, text, name] of COLUMNS) {
    const it = value(f);
    const cell = element("td", key === "name" ? undefined : text ? text(it) : it, key === "name" ? "name" : name);
    if (key === "name") {
      const link = element("a", f.name || f.id);
      link.href = "#" + new URLSearchParams({ f: f.id });
      cell.append(link, element("small", f.file ? f.file + ":" + f.line : f.id));
    }
    if (it === null) cell.classList.add("none");
    if (key === "errors" && it > 0) cell.classList.add("bad");
    row.append(cell);
  }
  return row;
}
function showTable() {
  showHead();
  const chosen = chosenRows();
  at("rows").replaceChildren(...chosen.slice(0, shownRows).map(rowOf));
  at("more").hidden = chosen.length <= shownRows;
  at("more").textContent = `Show more: ${count(chosen.length - shownRows)} functions are not shown`;
  const running = functions.filter((f) => f.state === "running").length;
  const unseen = functions.filter((f) => f.state === "unseen").length;
  const guarded = ["full", "partial", "skipped"].map((coverage) => functions.filter((f) => f.coverage === coverage).length);
  const coverage = guarded.some((number) => number) ? `; guards: ${count(guarded[0])} full, ${count(guarded[1])} partial, ${count(guarded[2])} skipped` : "";
  at("summary").textContent = `${count(chosen.length)} of ${count(functions.length)} functions, ${count(running)} running, ${count(unseen)} never called${coverage}`;
}

// --- charts
const WIDE = 460, HIGH = 190, LEFT = 58, RIGHT = 8, TOP = 8, LOW = 20;
const within = (low, high, from, to) => (value) => (high === low ? (from + to) / 2 : from + ((value - low) / (high - low)) * (to - from));
function frame(title, legend, label) {
  const figure = element("figure"), caption = element("figcaption", title);
  if (legend.length > 1) for (const name of legend) caption.append(element("span", name, name));
  const svg = drawn("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", "aria-label": label });
  figure.append(caption, svg);
  return [figure, svg];
}
const empty = (svg) => svg.append(drawn("text", { x: WIDE / 2, y: HIGH / 2, "text-anchor": "middle" }, "nothing in this period"));
function horizontal(svg, y, text) {
  svg.append(drawn("line", { class: "grid", x1: LEFT, x2: WIDE - RIGHT, y1: y, y2: y }), drawn("text", { x: LEFT - 5, y: y + 4, "text-anchor": "end" }, text));
}
function timeAxis(svg, course) {
  const x = within(course.since, course.until, LEFT, WIDE - RIGHT), long = course.until - course.since > 172800;
  for (const part of [0, 1, 2, 3]) {
    const time = course.since + ((course.until - course.since) * part) / 3, date = new Date(time * 1000);
    const text = long ? date.toLocaleDateString("en-CA").slice(5) : date.toLocaleTimeString("en-GB").slice(0, 5);
    svg.append(drawn("text", { x: x(time), y: HIGH - 4, "text-anchor": part === 0 ? "start" : part === 3 ? "end" : "middle" }, text));
  }
  return x;
}
// Round numbers between: powers of ten, with their doubles and fives where these are few.
function decades(low, high) {
  const between = (steps) => {
    const all = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); ++power)
      for (const step of steps) if (step * 10 ** power >= low * 0.999 && step * 10 ** power <= high * 1.001) all.push(step * 10 ** power);
    return all;
  };
  const few = between([1]);
  return few.length > 2 ? few : between([1, 2, 5]);
}
// Windows of several versions at one time are one point; a gap in time is one in the line.
function curve(svg, points, x, y, name) {
  let path = "", last = null;
  for (const { time, width, value } of points) {
    if (value === null) continue;
    path += `${last !== null && time - last <= 1.5 * width ? "L" : "M"}${x(time + width / 2).toFixed(1)} ${y(value).toFixed(1)}`;
    last = time;
    svg.append(drawn("circle", { class: "dot " + name, cx: x(time + width / 2).toFixed(1), cy: y(value).toFixed(1), r: 1.5 }));
  }
  svg.append(drawn("path", { class: "series " + name, d: path }));
}
function perTime(windows) {
  const byTime = new Map();
  for (const w of windows) {
    const sum = byTime.get(w.start) || { time: w.start, width: w.seconds, calls: 0, errors: null, p50: null, p90: null, p99: null, known: 0, allocated: 0, kept: 0 };
    sum.calls += w.calls;
    if (w.memory) sum.known += w.memory.calls, sum.allocated += w.memory.allocatedBytes, sum.kept += w.memory.allocatedBytes - w.memory.freedBytes;
    if (w.errors !== null) sum.errors = (sum.errors || 0) + w.errors;
    for (const q of ["p50", "p90", "p99"]) sum[q] = w[q + "Seconds"] === null ? sum[q] : Math.max(sum[q] || 0, w[q + "Seconds"]);
    byTime.set(w.start, sum);
  }
  return [...byTime.values()].sort((a, b) => a.time - b.time);
}
function linearChart(title, course, points, names, valueOf, text) {
  const [figure, svg] = frame(title, names, `${title} over time`);
  const values = points.flatMap((p) => names.map((name) => valueOf(p, name))).filter((value) => value !== null);
  if (!values.length) return empty(svg), figure;
  const least = Math.min(0, ...values), most = Math.max(0, ...values) || 1, y = within(least, most, HIGH - LOW, TOP), x = timeAxis(svg, course);
  for (const value of [least, (least + most) / 2, most]) horizontal(svg, y(value), text(value));
  for (const name of names) curve(svg, points.map((p) => ({ ...p, value: valueOf(p, name) })), x, y, name);
  return figure;
}
function quantileChart(course, points) {
  const names = ["p50", "p90", "p99"], [figure, svg] = frame("Latency", names, "Latency quantiles over time");
  const values = points.flatMap((p) => names.map((name) => p[name])).filter((value) => value > 0);
  if (!values.length) return empty(svg), figure;
  const low = Math.min(...values) * 0.9, high = Math.max(...values) * 1.1;
  const logY = within(Math.log(low), Math.log(high), HIGH - LOW, TOP), y = (value) => logY(Math.log(Math.max(value, low)));
  const x = timeAxis(svg, course);
  for (const value of decades(low, high)) horizontal(svg, y(value), duration(value));
  for (const name of names) curve(svg, points.map((p) => ({ ...p, value: p[name] })), x, y, name);
  return figure;
}
function heatMap(course) {
  const [figure, svg] = frame("Latency heat map", [], "Calls by time and latency: darker is more");
  const cells = new Map();
  let low = Infinity, high = -Infinity, most = 0;
  for (const w of course.windows) for (const [from, to, calls] of w.latencies) {
    const octave = Math.floor(Math.log2(Math.max(from, 1e-9)) * 2) / 2, key = w.start + " " + octave;
    const cell = cells.get(key) || { start: w.start, seconds: w.seconds, octave, calls: 0 };
    cell.calls += calls;
    cells.set(key, cell);
    low = Math.min(low, octave), high = Math.max(high, octave + 0.5), most = Math.max(most, cell.calls);
  }
  if (!cells.size) return empty(svg), figure;
  const x = timeAxis(svg, course), y = within(low, high, HIGH - LOW, TOP);
  for (const cell of cells.values())
    svg.append(drawn("rect", { class: "cell", x: x(Math.max(cell.start, course.since)).toFixed(1), y: y(cell.octave + 0.5).toFixed(1),
      width: Math.max(1, x(cell.start + cell.seconds) - x(cell.start) - 0.3).toFixed(1), height: Math.max(1, y(cell.octave) - y(cell.octave + 0.5)).toFixed(1),
      "fill-opacity": (0.12 + (0.88 * Math.log1p(cell.calls)) / Math.log1p(most)).toFixed(2) }));
  for (const value of decades(2 ** low, 2 ** high)) horizontal(svg, y(Math.log2(value)), duration(value));
  return figure;
}
const exponentText = (found) => (found.exponent ? `time grows as size^${digits(found.exponent.value, 2)} (${digits(found.exponent.low, 2)} to ${digits(found.exponent.high, 2)})` : "no growth is seen");
function memoryChart(course, points) {
  return linearChart("Bytes per call", course, points, ["allocated", "kept"], (p, name) => (p.known ? p[name] / p.known : null), bytes);
}
function sizeChart(course) {
  const found = course.complexity;
  const [figure, svg] = frame("Time against size" + (found.class ? ": " + found.class : ""), [], "Mean time of a call against the size of its input, both logarithmic");
  figure.firstChild.append(element("span", found.class ? exponentText(found) : found.why, "faint"));
  const points = course.sizes.filter((cell) => cell.meanSeconds > 0).map((cell) => ({ size: cell.from + 1, ...cell }));
  if (!points.length) return empty(svg), figure;
  const times = points.map((p) => p.meanSeconds), low = Math.min(...times) * 0.8, high = Math.max(...times) * 1.25;
  const last = Math.max(2, ...points.map((p) => p.size)), most = Math.max(...points.map((p) => p.calls));
  const x = within(0, Math.log(last), LEFT + 8, WIDE - RIGHT - 8), y = within(Math.log(low), Math.log(high), HIGH - LOW, TOP);
  for (const value of decades(low, high)) horizontal(svg, y(Math.log(value)), duration(value));
  for (const p of points) {
    const dot = drawn("circle", { class: "dot", cx: x(Math.log(p.size)).toFixed(1), cy: y(Math.log(p.meanSeconds)).toFixed(1), r: (2 + 3 * Math.log1p(p.calls) / Math.log1p(most)).toFixed(1) });
    dot.append(drawn("title", {}, `size ${count(p.from)}${p.to === null ? " and more" : " to " + count(p.to - 1)}: ${duration(p.meanSeconds)}, ${count(p.calls)} calls`));
    svg.append(dot);
  }
  const onCurve = found.curve.filter(([, seconds]) => seconds >= low && seconds <= high);
  if (onCurve.length) svg.append(drawn("path", { class: "series fitted", d: onCurve.map(([size, seconds], i) => `${i ? "L" : "M"}${x(Math.log(size)).toFixed(1)} ${y(Math.log(seconds)).toFixed(1)}`).join("") }));
  for (const size of decades(1, last)) svg.append(drawn("text", { x: x(Math.log(size + 1)).toFixed(1), y: HIGH - 4, "text-anchor": "middle" }, count(size)));
  return figure;
}

// --- one function
// Where few calls are timed, how far that may put the mean off.
const timedShare = (f) => (f.estimatedCalls > 0
  ? `1 call in ${count(Math.round(f.timedCalls / (f.timedCalls - f.estimatedCalls)))}; mean within ${percent(f.meanError)}` : null);
function showFacts(f) {
  at("name").textContent = f ? f.name || f.id : state().get("f");
  document.title = (f ? f.name : "") + " – assay";
  const facts = f ? [["Model", f.model], ["Date", f.date], ["Place", f.file ? f.file + ":" + f.line : null], ["State", f.state], ["Guard", f.coverage && f.notCovered ? `${f.coverage}: ${f.notCovered}` : f.coverage], ["Calls", count(f.calls)],
    ["Errors", `${count(f.errors)} (${percent(share(f))})`], ["Errors by kind", f.errorKinds.length ? f.errorKinds.map((one) => `${count(one.errors)} ${one.kind}`).join(", ") : null], ["Rate", rate(f.ratePerSecond)], ["p50 / p90 / p99 / max", [f.p50Seconds, f.p90Seconds, f.p99Seconds, f.maxSeconds].map(duration).join(" / ")],
    ["Timed", timedShare(f)], ["Open / peak", count(f.open) + " / " + count(f.peak)], ["Mean / largest size", count(f.meanSize) + " / " + count(f.largestSize)],
    ["Allocated per call", perCall(f.memory, (m) => m.allocatedBytes)], ["Kept per call", perCall(f.memory, (m) => m.allocatedBytes - m.freedBytes)]] : [];
  showFailures(f ? f.lastFailures : []);
  at("facts").replaceChildren(...facts.filter(([, value]) => value !== null).flatMap(([key, value]) => [element("dt", key), element("dd", value)]));
}
function showFailures(failures) {
  at("failed").hidden = !failures.length;
  at("failures").replaceChildren(...failures.map((failure) => {
    const row = element("tr"), from = failure.sizeFrom;
    const size = from === null ? none : failure.sizeTo === null ? count(from) + " and more" : failure.sizeTo === from + 1 ? count(from) : `${count(from)} to ${count(failure.sizeTo - 1)}`;
    row.append(element("td", failure.ended === null ? none : new Date(failure.ended * 1000).toLocaleString()), element("td", failure.exception || failure.by),
      element("td", duration(failure.seconds), "number"), element("td", size, "number"), element("td", failure.type || none));
    return row;
  }));
}
function showTypes(types) {
  at("typed").hidden = !types.length;
  at("types").replaceChildren(...types.map((type) => {
    const row = element("tr");
    row.append(element("td", type.type), element("td", count(type.calls), "number"), element("td", count(type.errors), type.errors > 0 ? "number bad" : "number"),
      element("td", percent(type.errors / type.calls), "number"), element("td", duration(type.meanSeconds), "number"));
    return row;
  }));
}
function showCourse(course) {
  const points = perTime(course.windows);
  at("charts").replaceChildren(
    linearChart("Calls per second", course, points, ["calls"], (p) => p.calls / p.width, (value) => digits(value, 3)),
    linearChart("Errors", course, points, ["errors"], (p) => p.errors, count), quantileChart(course, points), heatMap(course), sizeChart(course), ...(course.memory ? [memoryChart(course, points)] : []));
  const prompt = course.versions.length ? course.versions[course.versions.length - 1].prompt : null;
  at("prompt").textContent = prompt || "";
  at("prompt").hidden = !prompt;
  showTypes(course.types);
  at("versions").replaceChildren(...course.versions.map((version, place) => {
    const row = element("tr"), windows = course.windows.filter((w) => w.version === place);
    const sum = (key) => windows.reduce((total, w) => total + (w[key] || 0), 0);
    row.append(element("td", version.body || none), element("td", version.model || none), element("td", version.date || none),
      element("td", count(sum("calls")), "number"), element("td", count(sum("errors")), "number"));
    return row;
  }));
}
async function ask(path) {
  const response = await fetch(path), answer = await response.json();
  if (!response.ok) throw new Error(`${answer.title}: ${answer.detail}`);
  return answer;
}
async function loadCourse() {
  const id = state().get("f"), period = Number(state().get("period")) || PERIODS[0][0], mine = ++asked;
  try {
    const course = await ask(`api/functions/${encodeURIComponent(id)}/history?since=-${period}`);
    if (mine === asked) showCourse(course), complain("");
  } catch (error) {
    if (mine === asked) at("charts").replaceChildren(), complain(error.message);
  }
}
function complain(text) {
  at("problem").textContent = text;
  at("problem").hidden = !text;
}

// --- together
function show() {
  const id = state().get("f");
  at("list").hidden = Boolean(id);
  at("function").hidden = !id;
  document.title = "assay";
  at("find").value = state().get("find") || "";
  for (const key of ["model", "file", "state"]) at(key).value = state().get(key) || "";
  showTable();
  if (!id) return;
  at("period").value = state().get("period") || PERIODS[0][0];
  showFacts(functions.find((f) => f.id === id));
  loadCourse();
}
async function load() {
  try {
    const answer = await ask("api/functions");
    functions = answer.functions;
    complain("");
    for (const key of ["model", "file", "state"]) setOptions(at(key), functions.map((f) => f[key]).filter(Boolean), "all");
    const focused = document.activeElement && document.activeElement.getAttribute("href");
    show();
    const again = focused && [...document.querySelectorAll("#rows a")].find((one) => one.getAttribute("href") === focused);
    if (again) again.focus();
  } catch (error) {
    complain(error.message);
  }
}
function start() {
  at("period").replaceChildren(...PERIODS.map(([seconds, text]) => { const one = element("option", text); one.value = seconds; return one; }));
  at("period").addEventListener("change", () => go({ period: at("period").value }, true));
  at("find").addEventListener("input", () => { shownRows = ROWS; go({ find: at("find").value }, true); });
  for (const id of ["model", "file", "state"]) at(id).addEventListener("change", () => { shownRows = ROWS; go({ [id]: at(id).value }, true); });
  for (const id of ["filter", "periods"]) at(id).addEventListener("submit", (event) => event.preventDefault());
  at("more").addEventListener("click", () => { shownRows += 500; showTable(); });
  window.addEventListener("hashchange", show);
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing) event.preventDefault(), at("find").focus();
    if (event.key === "Escape" && state().get("f")) history.length > 1 ? history.back() : go({ f: "" });
  });
  load();
  setInterval(() => { if (!document.hidden) load(); }, REFRESH);
}
start();
