// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/dogstatsd_grammar.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace assay::test {
namespace {

// Cuts off what stands before the separator; all, when there is none.
std::string_view takeUntil(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return taken;
}

bool isNameByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

// [-]digits[.digits], and nothing else.
std::optional<double> decimalOf(std::string_view text) {
  const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
  std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  const std::string_view whole = takeUntil(digits, '.');
  const bool hasPoint = text.find('.') != std::string_view::npos;
  if (whole.empty() || !std::ranges::all_of(whole, isDigit)) return std::nullopt;
  if (hasPoint && (digits.empty() || !std::ranges::all_of(digits, isDigit))) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
bool isUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t more = lead < 0x80   ? 0
                             : lead < 0xC2 ? 9
                             : lead < 0xE0 ? 1
                             : lead < 0xF0 ? 2
                             : lead < 0xF5 ? 3
                                           : 9;
    if (at + more >= text.size()) return false;
    for (std::size_t i = 1; i <= more; ++i)
      if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) return false;
    const auto second = more > 0 ? static_cast<unsigned char>(text[at + 1]) : 0;
    if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
        (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
      return false;
    at += 1 + more;
  }
  return true;
}

bool isTag(std::string_view tag) {
  const auto isControl = [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; };
  return !tag.empty() && tag.front() != ':' && isUtf8(tag) && std::ranges::none_of(tag, isControl);
}

bool readValues(std::string_view text, DogstatsdMessage& message) {
  if (text.empty() || text.ends_with(':')) return false;
  while (!text.empty()) {
    const auto value = decimalOf(takeUntil(text, ':'));
    if (!value) return false;
    message.values.push_back(*value);
  }
  return true;
}

bool readType(std::string_view type, DogstatsdMessage& message) {
  if (type != "c" && type != "g" && type != "h" && type != "d" && type != "ms") return false;
  message.type = type.front();
  return true;
}

bool readRate(std::string_view text, DogstatsdMessage& message) {
  const auto rate = decimalOf(text);
  if (!rate || *rate <= 0 || *rate > 1 || message.type == 'g') return false;
  message.rate = *rate;
  return true;
}

bool readTags(std::string_view text, DogstatsdMessage& message) {
  if (text.empty() || text.ends_with(',')) return false;
  while (!text.empty()) {
    const std::string_view tag = takeUntil(text, ',');
    if (!isTag(tag)) return false;
    message.tags.emplace_back(tag);
  }
  return true;
}

std::optional<DogstatsdMessage> readMessage(std::string_view line) {
  DogstatsdMessage message;
  if (line.ends_with('|')) return std::nullopt;
  message.name = takeUntil(line, ':');
  if (message.name.empty() || !std::ranges::all_of(message.name, isNameByte)) return std::nullopt;
  if (!readValues(takeUntil(line, '|'), message) || !readType(takeUntil(line, '|'), message))
    return std::nullopt;
  if (line.starts_with('@') && !readRate(takeUntil(line, '|').substr(1), message)) return std::nullopt;
  if (line.starts_with('#') && !readTags(takeUntil(line, '|').substr(1), message)) return std::nullopt;
  if (!line.empty()) return std::nullopt;
  return message;
}

}  // namespace

double DogstatsdMessage::sum() const {
  double sum = 0;
  for (const double value : values) sum += value * static_cast<double>(weight());
  return sum;
}

std::string DogstatsdMessage::tag(std::string_view key) const {
  const std::string start = std::string(key) + ":";
  for (const std::string& tag : tags)
    if (tag.starts_with(start)) return tag.substr(start.size());
  return {};
}

std::optional<std::vector<DogstatsdMessage>> readDogstatsd(std::string_view packet) {
  std::vector<DogstatsdMessage> messages;
  if (packet.empty() || packet.ends_with('\n')) return std::nullopt;
  while (!packet.empty()) {
    auto message = readMessage(takeUntil(packet, '\n'));
    if (!message) return std::nullopt;
    messages.push_back(*std::move(message));
  }
  return messages;
}

}  // namespace assay::test
