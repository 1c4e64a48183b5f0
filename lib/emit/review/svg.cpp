// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "emit/review/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "emit/review/html_text.h"

namespace assay::emit::review {
namespace {

constexpr std::size_t kMostTicks = 7;

// Tenths of a unit are finer than a screen.
std::string placeText(double value) {
  return fmt::format("{:.1f}", value);
}

}  // namespace

double Scale::at(double value) const {
  const double inside = std::clamp(value, low, high);
  const double part =
      logarithmic ? std::log(inside / low) / std::log(high / low) : (inside - low) / (high - low);
  return from + part * (to - from);
}

std::vector<double> decades(double low, double high) {
  std::vector<double> all;
  const int first = static_cast<int>(std::ceil(std::log10(low) - 1e-9));
  const int last = static_cast<int>(std::floor(std::log10(high) + 1e-9));
  const int step = std::max(1, (last - first) / static_cast<int>(kMostTicks) + 1);
  for (int exponent = first; exponent <= last; exponent += step) all.push_back(std::pow(10.0, exponent));
  return all.size() < 2 ? std::vector{low, high} : all;
}

Svg::Svg(double width, double height, std::string_view label)
    : svg_(fmt::format("<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">", placeText(width),
                       placeText(height), htmlText(label))) {}

void Svg::line(Point from, Point to, std::string_view kind) {
  svg_ +=
      fmt::format("<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>", kind, placeText(from.first),
                  placeText(from.second), placeText(to.first), placeText(to.second));
}

void Svg::curve(std::span<const Point> points, std::string_view kind) {
  std::string places;
  for (const Point& point : points)
    places +=
        fmt::format("{}{},{}", places.empty() ? "" : " ", placeText(point.first), placeText(point.second));
  svg_ += fmt::format("<polyline class=\"{}\" points=\"{}\"/>", kind, places);
}

void Svg::dot(Point at, std::string_view kind) {
  svg_ += fmt::format("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"2.5\"/>", kind, placeText(at.first),
                      placeText(at.second));
}

void Svg::bar(Point at, Point size, std::string_view kind) {
  svg_ +=
      fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>", kind,
                  placeText(at.first), placeText(at.second), placeText(size.first), placeText(size.second));
}

void Svg::cells(std::span<const Point> at, Point size, std::string_view kind) {
  if (at.empty()) return;
  const std::string edges =
      fmt::format("h{}v{}h-{}z", placeText(size.first), placeText(size.second), placeText(size.first));
  std::string path;
  for (const Point& corner : at)
    path += fmt::format("M{},{}{}", placeText(corner.first), placeText(corner.second), edges);
  svg_ += fmt::format("<path class=\"{}\" d=\"{}\"/>", kind, path);
}

void Svg::text(Point at, std::string_view text, Anchor anchor) {
  constexpr std::string_view kAnchors[] = {"start", "middle", "end"};
  svg_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>", placeText(at.first),
                      placeText(at.second), kAnchors[static_cast<std::size_t>(anchor)], htmlText(text));
}

std::string Svg::take() && {
  return std::move(svg_) + "</svg>";
}

}  // namespace assay::emit::review
